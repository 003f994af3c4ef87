/** Something that must not happen, with what is needed to make it happen again. */
export type Violation = {
  readonly seed: number;
  readonly index: number;
  readonly kind: string;
  readonly what: string;
  /** What was sent, shortened. */
  readonly sent: string;
};

export type FuzzReport = {
  readonly seed: number;
  readonly requests: number;
  readonly seconds: number;
  /** Validly signed by the key in force. */
  readonly signed: number;
  /** For which the app called Confluence. */
  readonly reachedConfluence: number;
  /** Replies by status and code. */
  readonly replies: ReadonlyMap<string, number>;
  /** Requests by what made them. */
  readonly kinds: ReadonlyMap<string, number>;
  /** What the app's process held along the run, after garbage was collected, in bytes. */
  readonly heap: readonly number[];
  readonly violations: readonly Violation[];
};
