/** One line of text (with hard breaks, perhaps) in two forms, and how their places correspond. */
export type InlineContent = {
  readonly markdown: string;
  /** What a reader sees. */
  readonly text: string;
  /** In ascending order; together they cover both forms. */
  readonly spans: readonly InlineSpan[];
};

export type InlineSpan = {
  readonly markdownStart: number;
  readonly textStart: number;
  /** Plain text may be cut anywhere between words; a link, a code span, an emphasis stays whole. */
  readonly plain: boolean;
};
