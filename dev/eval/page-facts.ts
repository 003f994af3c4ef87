/** What a page holds, read from its storage format or from Markdown, so that the two can be compared. */
export type PageFacts = {
  /** What a reader sees, in small letters and in reading order. */
  readonly words: readonly string[];
  /** Lines of code that are not blank. */
  readonly codeLines: readonly CodeLine[];
  /** The words of each table cell that has any. */
  readonly cells: readonly (readonly string[])[];
  readonly links: readonly LinkFact[];
};

/** In a table cell code stands on one line, where white space counts once. */
export type CodeLine = { readonly line: string; readonly inCell: boolean };

/** Storage format names pages and files; all other links have an address. */
export type LinkFact = { readonly kind: 'address' | 'name'; readonly value: string };

/** Runs of letters and digits in small letters. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** One form of an address, however much of it is percent-encoded. */
export const plainAddress = (address: string): string => {
  const plain = address.trim().replace(/%(?![0-9a-f]{2})/gi, '%25');
  try {
    return decodeURIComponent(plain).replace(/\s/g, ' ');
  } catch {
    return plain;
  }
};
