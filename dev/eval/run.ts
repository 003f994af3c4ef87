/** A page that a system found, with what it shows of it. */
export type Hit = {
  /** Of the page. */
  readonly id: string;
  /** As a reader sees them: no markup. */
  readonly excerpts: readonly string[];
};

/** What a system answered, by the query's id: best hit first, each page once. */
export type Run = ReadonlyMap<string, readonly Hit[]>;
