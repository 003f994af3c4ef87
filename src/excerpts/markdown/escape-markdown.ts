const SPECIAL =
  /`|\\(?=[!-/:-@[-`{-~]|$)|\*(?!\s)|(?<!\s)\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~~|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|\](?=[([:])/gu;
/** Most text has none of the characters that {@link SPECIAL} looks at, and this is much cheaper to find out. */
const PERHAPS_SPECIAL = /[`\\*_~<&\]]/;
const TICKS = /`+/g;
const ESCAPE_OR_BRACKET = /\\.|[[\]]/g;
const LINE_START = /^(?:[-+*](?=\s|$)|#{1,6}(?=\s|$)|>|[-=]+(?=\s*$)|~~~)/;
const PERHAPS_LINE_START = /^[-+*#>=~\d[]/;
const NUMBER_AT_LINE_START = /^(\d{1,9})([.)])(?=\s|$)/;
const CHECKBOX = /^\[(?=[ xX]\])/;

/** Escapes what Markdown would read as markup, and only that: `HTTP_TIMEOUT` and `a * b` stay as they are. */
export const escapeMarkdown = (text: string): string =>
  PERHAPS_SPECIAL.test(text) ? text.replace(SPECIAL, '\\$&') : text;

/** Text as it stands between the brackets of a link or an image, on one line. */
export const escapeLabel = (text: string): string =>
  escapeMarkdown(text.replace(/\s+/g, ' ')).replace(ESCAPE_OR_BRACKET, (found) =>
    found.length > 1 ? found : `\\${found}`,
  );

/** Escapes what would make a line a heading, list item, quote, rule or task when it stands at the line's start. */
export const escapeLineStart = (line: string): string =>
  PERHAPS_LINE_START.test(line)
    ? line.replace(LINE_START, '\\$&').replace(NUMBER_AT_LINE_START, '$1\\$2').replace(CHECKBOX, '\\[')
    : line;

/** A code span that no backtick inside can end. */
export const codeSpan = (code: string): string => {
  const flat = code.replace(/\s+/g, ' ');
  const ticks = '`'.repeat(longestTickRun(flat) + 1);
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${flat}${pad}${ticks}`;
};

/** The fence around a code block: longer than any run of backticks inside. */
export const fenceFor = (code: string): string => '`'.repeat(Math.max(3, longestTickRun(code) + 1));

/** The target of a link, so that it ends where it should. */
export const linkTarget = (target: string): string =>
  target
    .trim()
    .replace(/[\s<>()\\|`]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));

const longestTickRun = (text: string): number =>
  text.includes('`') ? (text.match(TICKS) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0) : 0;
