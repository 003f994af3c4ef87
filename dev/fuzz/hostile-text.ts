import type { Dice } from './dice';
import { MARKER } from './marker';

/** Words of the pages of the fuzzed site, in the order of how often they stand there. */
export const VOCABULARY = [
  'deploy', 'ledger', 'carrier', 'incident', 'version', 'rollback', 'postmortem', 'gateway', 'quota', 'tracker',
  'manifest', 'parcel', 'invoice', 'webhook', 'retry', 'Überweisung', 'naïve', '配送', 'データ', 'перевозка',
] as const; // prettier-ignore

/** Each of them once broke some software. */
const SNIPPETS: readonly string[] = [
  // Query syntax, and what ends a literal.
  '"', "'", '\\', '\\"', '" OR space = "SHUT" OR text ~ "', ') OR (type = page', 'AND', 'NOT', 'order by', '~', '!=',
  'siteSearch ~ "x"', '*', '?', '+', '-', '&&', '||', '{', '}', '[', ']', '(', ')', '^2', ':', '/', 'a:b', 'x*', '*x',
  // Other languages of machines.
  "'; DROP TABLE pages; --", '<script>alert(1)</script>', '{{7*7}}', '${7*7}', '$(id)', '../../etc/passwd', '%00',
  '%2e%2e%2f', '&#x0;', ']]>', '<!--', '{"$ne":null}', '\u0000', '\u0007', '\u001b[31m', '\r\nx-injected: 1', '\n', '\t',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', '-0', '1e400', '0x1F',
  '9007199254740993', '00000000000000000001',
  // Unicode: halves of a pair, no width, right to left, lookalikes, towers of accents, normal forms, families.
  '\ud800', '\udc00', '\udc00\ud800', '\ufeff', '\u200b', '\u200d', '\u2060', '\u00ad', '\u202e', '\u202d', '\u2066',
  'ԁерӏоу', 'ｄｅｐｌｏｙ', 'dep\u0301loy', 'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d', 'ﬁ', 'ß', 'İ', 'ı', 'ſ', 'Ǆ',
  '\u212b', 'A\u030a', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇩🇪🇩', '\u{10ffff}', '\ufffe', '\uffff', '\ue000', '\u2028', '\u2029', '\u0085', '\u3000',
  'ไม่มีช่องว่างระหว่างคำ', '東京都庁所在地', 'ދިވެހި', 'مرحبا', 'שלום', '𝕕𝕖𝕡𝕝𝕠𝕪', '²³', '١٢٣', '①', '﷽',
  // What is closed.
  MARKER, 'SHUT', 'secret-label', '70001',
]; // prettier-ignore

/** What is repeated until the room is used up. */
const FLOODS = [
  'a ',
  'a',
  '"',
  '\\',
  '(',
  '((a',
  '*',
  ' ',
  '\u0301',
  '🧑',
  '\ud83d',
  '-',
  'x" ',
  'AND ',
  '0',
  '東',
  '\u200b',
  'ab',
];

const flood = (dice: Dice, length: number): string => {
  const unit = dice.pick(FLOODS);
  return unit.repeat(Math.ceil(length / unit.length));
};

const sentence = (dice: Dice): string =>
  Array.from({ length: dice.between(1, 6) }, () => dice.pick(VOCABULARY)).join(' ');

const mixture = (dice: Dice): string =>
  Array.from({ length: dice.between(1, 12) }, () => dice.pick(dice.chance(0.4) ? VOCABULARY : SNIPPETS)).join(
    dice.pick(['', ' ', ' ', '"', '\n']),
  );

/** Text of 1 to `max` characters. It may end in half a pair. */
export const writeHostileText = (dice: Dice, max: number): string => {
  const text = dice.weigh([
    [5, () => sentence(dice)],
    [1, () => `"${sentence(dice)}"`],
    [6, () => mixture(dice)],
    [2, () => dice.pick(SNIPPETS)],
    [1, () => flood(dice, dice.between(1, max))],
    [1, () => `${sentence(dice)} ${flood(dice, dice.between(1, max))}`],
  ])();
  return text.slice(0, max);
};

/** `length` characters of which a parser, a pattern or a segmenter may get slow. */
export const writeFlood = flood;
