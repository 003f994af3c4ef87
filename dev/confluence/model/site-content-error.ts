/** Content or a change that the site cannot take; the message names the member. */
export class SiteContentError extends Error {
  public override readonly name = 'SiteContentError';
  public readonly code = 'INVALID_SITE_CONTENT';
}
