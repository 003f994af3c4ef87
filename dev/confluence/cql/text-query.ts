/** What a `~` string asks for: every item must occur. */
export type TextQuery = readonly TextItem[];

export type TextItem =
  /** Words that must all occur: more than one where a term holds punctuation (`how-to`). */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Words that must occur side by side in this order. */
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  /** `*` and `?` inside one word. */
  | { readonly kind: 'wildcard'; readonly pattern: RegExp }
  | { readonly kind: 'fuzzy'; readonly word: string };
