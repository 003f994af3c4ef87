/** Raised for what Confluence has and the stand-in has not; answered as `501 not modelled: …`, never as an empty result. */
export class NotModelledError extends Error {
  public override readonly name = 'NotModelledError';

  public constructor(what: string) {
    super(`not modelled: ${what}`);
  }
}
