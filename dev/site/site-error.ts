/** The local site cannot be set up as asked; the message says what to change. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
}
