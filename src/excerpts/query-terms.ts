/** What a query asks for, once its words have been told apart. */
export type QueryTerms = {
  /** As `tokenize` gives them, without stop words, in the order of the query. */
  readonly words: readonly string[];
  /** Quoted phrases, each as its words, stop words included. */
  readonly phrases: readonly (readonly string[])[];
  /** Names that lose their meaning in parts, verbatim: `HTTP_TIMEOUT`, `v1/orders`, `C#`. */
  readonly identifiers: readonly string[];
};
