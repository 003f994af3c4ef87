/** One place where a text has something that was asked for. */
export type Match = { readonly term: Term; readonly start: number; readonly end: number };

export type Term =
  /** `exact` is false for a word that is inflected otherwise. */
  | { readonly kind: 'word'; readonly index: number; readonly exact: boolean }
  | { readonly kind: 'sequence'; readonly index: number }
  | { readonly kind: 'identifier'; readonly index: number };
