/** A labelled set of documents and queries: the files of a folder, read. */
export type EvalSet = {
  /** The pages, in Confluence storage format. */
  readonly pagesFile: string;
  /** In the order of the file. */
  readonly queries: readonly EvalQuery[];
  /** By the query's id. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** By the query's id; empty where the set has none. */
  readonly answers: ReadonlyMap<string, readonly EvalAnswer[]>;
};

export type EvalQuery = { readonly id: string; readonly query: string };

/** How relevant pages are, by id: 0 and up. */
export type Judgement = ReadonlyMap<string, number>;

/** What a page says in answer to a query. */
export type EvalAnswer = {
  readonly pageId: string;
  /** As a reader sees it. */
  readonly text: string;
};
