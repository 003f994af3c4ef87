/** A query that Confluence answers with 400. The message is Confluence's, without the exception class before it. */
export class CqlError extends Error {
  public override readonly name = 'CqlError';
  public readonly code: CqlErrorCode;

  public constructor(code: CqlErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** `execution`: the query was parsed, but the text search behind it refused. */
export type CqlErrorCode = 'syntax' | 'unknown-field' | 'missing-value' | 'operator' | 'value' | 'execution';
