export type ContentErrorPlace = {
  /** Path as the caller named it. */
  readonly file: string;
  /** Counted from 1; absent where the problem is the file as a whole. */
  readonly line?: number | undefined;
};

/** Content that cannot be loaded. Nothing of the load is kept: the caller gets all of the content or this error. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly code = 'content_invalid';
  readonly file: string;
  readonly line: number | undefined;
  /** What is wrong, without the place. */
  readonly problem: string;

  constructor(place: ContentErrorPlace, problem: string, options?: ErrorOptions) {
    super(`${place.file}${place.line === undefined ? '' : `:${place.line}`}: ${problem}`, options);
    this.file = place.file;
    this.line = place.line;
    this.problem = problem;
  }
}
