declare const cqlText: unique symbol;

/**
 * CQL that this file has put together. Nothing else can make one: free text becomes words, everything else a quoted
 * literal, and every group stands in parentheses, because Confluence reads AND and OR from left to right.
 *
 * @see https://developer.atlassian.com/cloud/confluence/performing-text-searches-using-cql/
 */
export type CqlText = string & { readonly [cqlText]: true };

const trusted = (text: string): CqlText => text as CqlText;

/** A word of free text: letters and digits, joined inside by `. _ - /`. No quote, wildcard or operator can be part of it. */
const SEARCH_WORD = /^[\p{L}\p{M}\p{N}]+(?:[._\-/][\p{L}\p{M}\p{N}]+)*$/u;
/** Upper-case words that the text search reads as operators. */
const OPERATORS = new Set(['AND', 'OR', 'NOT', 'TO']);

/** Second layer of escaping: a CQL string. A line break would end it, and no key, label or word has one. */
const quote = (text: string): string =>
  `"${text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`;

/** First layer of escaping: what the text search would read as syntax inside a word. The second is {@link quote}. */
const toSearchTerm = (word: string): string => {
  if (!SEARCH_WORD.test(word)) throw new RangeError('not a search word');
  return OPERATORS.has(word) ? word.toLowerCase() : word.replaceAll(/[-/]/g, '\\$&');
};

/** Content whose title, text or labels have all of the words, in any order. @throws {RangeError} for what is no word */
export const textHasWords = (words: readonly string[]): CqlText => {
  if (words.length === 0) throw new RangeError('no words');
  return trusted(`text ~ ${quote(words.map(toSearchTerm).join(' '))}`);
};

/** Content that has the words side by side. @throws {RangeError} for what is no word */
export const textHasPhrase = (words: readonly string[]): CqlText => {
  if (words.length === 0) throw new RangeError('no words');
  return trusted(`text ~ ${quote(`"${words.map(toSearchTerm).join(' ')}"`)}`);
};

/**
 * Content whose title has all of the words, in any order. While the last one is being typed, it may be the beginning of a
 * word: a wildcard behind letters and digits, which is what the documentation promises.
 *
 * @throws {RangeError} for what is no word
 */
export const titleHasWords = (words: readonly string[], last: 'complete' | 'being-typed'): CqlText => {
  if (words.length === 0) throw new RangeError('no words');
  // A word with a wildcard is compared as it is with words in small letters.
  const terms = words.map((word, index) =>
    last === 'being-typed' && index === words.length - 1 ? `${toSearchTerm(word.toLowerCase())}*` : toSearchTerm(word),
  );
  return trusted(`title ~ ${quote(terms.join(' '))}`);
};

/** A field has one of the values; each is a quoted literal, whatever it holds. @throws {RangeError} for an empty list */
export const isOneOf = (field: 'space' | 'type' | 'label' | 'id', values: readonly string[]): CqlText => {
  if (values.length === 0) throw new RangeError('no values');
  return trusted(`${field} in (${values.map(quote).join(',')})`);
};

/** One piece of content. */
export const isContent = (contentId: string): CqlText => trusted(`id = ${quote(contentId)}`);

/** Content below a page, at any depth. */
export const isBelow = (contentId: string): CqlText => trusted(`ancestor = ${quote(contentId)}`);

const DAY_MS = 86_400_000;

/** Years that have four digits. */
const [FIRST_DAY_MS, LAST_DAY_MS] = [Date.UTC(1000, 0, 1), Date.UTC(9999, 11, 31)];

/** `yyyy-MM-dd` of a moment, in UTC; CQL takes no time zone. */
const toCqlDay = (ms: number): string =>
  quote(new Date(Math.min(Math.max(ms, FIRST_DAY_MS), LAST_DAY_MS)).toISOString().slice(0, 10));

/**
 * Content last modified about that time: a day wider than asked, because Confluence reads a date in a time zone that
 * the app does not know. The exact comparison is made with the version that comes along.
 */
export const modifiedFrom = (ms: number): CqlText => trusted(`lastmodified >= ${toCqlDay(ms - DAY_MS)}`);
export const modifiedUntil = (ms: number): CqlText => trusted(`lastmodified <= ${toCqlDay(ms + 2 * DAY_MS)}`);

const join = (operator: 'AND' | 'OR', parts: readonly CqlText[]): CqlText => {
  if (parts.length === 0) throw new RangeError(`nothing to join by ${operator}`);
  return trusted(parts.join(` ${operator} `));
};

/** All of the parts. Parts made by {@link anyOf} are in parentheses already. */
export const allOf = (parts: readonly CqlText[]): CqlText => join('AND', parts);

/** At least one of the parts, as one group. */
export const anyOf = (parts: readonly CqlText[]): CqlText => trusted(`(${join('OR', parts)})`);
