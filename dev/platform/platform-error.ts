export type PlatformErrorCode =
  | 'invalid-manifest'
  | 'invalid-bundle'
  | 'invalid-faults'
  | 'invalid-state-file'
  | 'invalid-key'
  | 'unknown-module'
  | 'unknown-event';

/** Wrong use of the stand-in itself: a broken manifest, a module that does not exist. Never seen by the app. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';

  constructor(
    readonly code: PlatformErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
