/** Scores by document key; a document that is missing does not match. */
export type Matches = ReadonlyMap<string, number>;
