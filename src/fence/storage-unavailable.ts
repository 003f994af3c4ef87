/** Forge storage did not answer, refused, or gave something that is not what this app writes. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';

  /** @param what the record asked for, never its value. */
  constructor(
    readonly what: string,
    options?: ErrorOptions,
  ) {
    super(`storage unavailable: ${what}`, options);
  }
}
