/** What a token stands for: a title, a heading, a text, a space's name, key or alias, a label, or nothing at all. */
export type TokenKind = 'title' | 'heading' | 'text' | 'name' | 'key' | 'alias' | 'label' | 'nothing';

const LETTERS: Readonly<Record<TokenKind, string>> = {
  title: 't',
  heading: 'h',
  text: 'x',
  name: 'n',
  key: 'k',
  alias: 'a',
  label: 'l',
  nothing: 'q',
};

/** Words and ids of which each is made once, so that whatever holds one tells where it has it from. */
export type Tokens = {
  readonly next: (kind: TokenKind) => string;
  readonly nextSpaceId: () => string;
  readonly nextPageId: () => string;
};

const TOKEN = /zq[thxnkalq]\d{8}/gi;
/** One that was cut: it tells as much. */
const CUT_TOKEN = /zq[thxnkalq]\d{3,}/gi;
/** Longer than any number, or any digits of a random id, that the app makes. */
const PAGE_ID = /(?<!\d)87\d{18}(?!\d)/g;
const SPACE_ID = /(?<!\d)86\d{12}(?!\d)/g;

/** One for a whole run: a token of one site that turns up in another is as unknown there as any. */
export const createTokens = (): Tokens => {
  let last = 0;
  const number = (): string => {
    last += 1;
    return String(last);
  };
  return {
    next: (kind) => {
      const token = `zq${LETTERS[kind]}${number().padStart(8, '0')}`;
      return kind === 'key' ? token.toUpperCase() : token;
    },
    nextSpaceId: () => `86${number().padStart(12, '0')}`,
    nextPageId: () => `87${number().padStart(18, '0')}`,
  };
};

/** Tokens in a text, in small letters; with `cut`, beginnings of tokens as well. */
export const tokensIn = (text: string, { cut = false } = {}): readonly string[] =>
  (text.match(cut ? CUT_TOKEN : TOKEN) ?? []).map((token) => token.toLowerCase());

export const pageIdsIn = (text: string): readonly string[] => text.match(PAGE_ID) ?? [];
export const spaceIdsIn = (text: string): readonly string[] => text.match(SPACE_ID) ?? [];
