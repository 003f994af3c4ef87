import type { EvidenceKind } from '../../dev/log-evidence';

export type Evidence = Readonly<Record<EvidenceKind, readonly string[]>>;

export type Leak = {
  readonly line: string;
  readonly kind: Exclude<EvidenceKind, 'line'>;
  /** What the line has in common with what must not be in it. */
  readonly stretch: string;
};

/**
 * The words of the app's own lines. Somebody may ask about one of them, or a page be about it: on its own none is a leak,
 * nor are several of them in a row.
 */
const OWN_WORDS: ReadonlySet<string> = new Set(
  [
    'event defect requestid null error at',
    'event unauthorized cause not signed stale no key wrong signature expired',
    'typeerror rangeerror syntaxerror referenceerror',
    // What `@forge/resolver` throws for the name of a function that there is not.
    'error resolver has no definition for',
  ].flatMap((words) => words.split(' ')),
);

/** A frame of a stack: names of functions and a place in the bundle, which are code. */
const FRAME =
  /at (?:(?:async |new )?[\w.$<>#[\]]+(?: \[as [\w.$]+\])? \((?:\[worker eval\]|[^\s"()]+):\d+:\d+\)|(?:\[worker eval\]|[^\s"()]+):\d+:\d+)/g;

/** A word that is rare enough to tell where it comes from. */
const RARE_LENGTH = 8;
const WORDS_IN_A_ROW = 3;
/** Of a secret: 9 bytes in base64, 6 in hexadecimal. */
const SECRET_LENGTH = 12;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const isOwn = (word: string): boolean => OWN_WORDS.has(word);

/** What in a text would give it away: rare words, three words in a row; all of it when it is shorter. */
const traitsOf = (words: readonly string[], isWhole: boolean): readonly string[] => {
  const rows = words.slice(WORDS_IN_A_ROW - 1).map((_, at) => words.slice(at, at + WORDS_IN_A_ROW));
  const short = isWhole && words.length > 1 && words.length < WORDS_IN_A_ROW ? [words] : [];
  return [
    ...words.filter((word) => word.length >= RARE_LENGTH && !isOwn(word)),
    ...[...rows, ...short].filter((row) => !row.every(isOwn)).map((row) => row.join(' ')),
  ];
};

/** All of a line that is compared: besides its traits each pair of words, for texts of two. */
const traitsOfLine = (line: string): ReadonlySet<string> => {
  const words = wordsOf(line.replace(FRAME, ''));
  const pairs = words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);
  return new Set([...traitsOf(words, false), ...pairs]);
};

const stretchesOf = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - SECRET_LENGTH + 1) }, (_, at) => text.slice(at, at + SECRET_LENGTH));

/** A secret as it is written, and its bytes as others write them. */
const formsOf = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret, 'base64');
  return [secret, bytes.toString('base64url'), bytes.toString('hex'), bytes.toString('utf8'), bytes.toString('latin1')];
};

/**
 * Finds lines that hold a stretch of a secret, of what somebody asked or of a page. Short common words prove nothing, so
 * that a line is only found for twelve characters of a secret, a word of eight letters or more, three words in a row, or a
 * whole text of two.
 */
export const findLeaks = (evidence: Evidence): readonly Leak[] => {
  const lines = [...new Set(evidence.line)];
  const leaks: Leak[] = [];
  const byTrait = new Map<string, string>();
  for (const line of lines) for (const trait of traitsOfLine(line)) byTrait.set(trait, line);
  for (const kind of ['request', 'content'] as const) {
    for (const text of evidence[kind].flatMap((texts) => texts.split('\n'))) {
      for (const stretch of traitsOf(wordsOf(text), true)) {
        const line = byTrait.get(stretch);
        if (line !== undefined) leaks.push({ line, kind, stretch });
      }
    }
  }
  const byStretch = new Map<string, string>();
  for (const line of lines) for (const stretch of stretchesOf(line)) byStretch.set(stretch, line);
  for (const secret of evidence.secret.flatMap((texts) => texts.split('\n'))) {
    for (const stretch of formsOf(secret).flatMap(stretchesOf)) {
      const line = byStretch.get(stretch);
      if (line !== undefined) leaks.push({ line, kind: 'secret', stretch });
    }
  }
  return leaks;
};
