/** Candidates of a first page: two to three times the wanted pages, because the ranking that counts is local. */
export const candidatesFor = (limit: number): number => Math.min(50, Math.max(25, Math.ceil(limit * 2.5)));
