import { escapeLineStart, escapeMarkdown } from './escape-markdown';
import type { InlineContent, InlineSpan } from './inline-content';

const WHITE_SPACE = /[\s\u00a0]+/g;
const STARTS_WORD = /^[\p{L}\p{N}]/u;
const ENDS_WORD = /[\p{L}\p{N}]$/u;
const STARTS_PUNCTUATED = /^[^\p{L}\p{N}\s]/u;
const ENDS_PUNCTUATED = /[^\p{L}\p{N}\s]$/u;

export type WrittenInline = InlineContent & { readonly spaceBefore: boolean; readonly spaceAfter: boolean };

/** Collects a line piece by piece, collapsing white space the way a browser does. */
export type InlineWriter = {
  /** Text as it stands in the page. */
  text: (text: string) => void;
  /** Something that stays whole: its Markdown and what a reader sees of it. */
  whole: (markdown: string, text: string) => void;
  /** Content between two markers: `**`, `*` or `~~`. */
  emphasis: (marker: string, content: WrittenInline) => void;
  space: () => void;
  breakLine: () => void;
  finish: () => WrittenInline;
};

/** The emphasis that was written last, as places in the list of pieces. */
type LastEmphasis = {
  readonly marker: string;
  readonly opening: number;
  readonly closing: number;
  readonly tail: string;
};

export const createInlineWriter = (): InlineWriter => {
  // A list, because looking at the end of a string that grows costs its whole length every time.
  const pieces: string[] = [];
  const texts: string[] = [];
  const spans: InlineSpan[] = [];
  let markdownLength = 0;
  let textLength = 0;
  let spaceBefore = false;
  let pendingSpace = false;
  let lastEmphasis: LastEmphasis | undefined;

  const tail = (): string => pieces.at(-1)?.slice(-2) ?? '';
  const atLineStart = (): boolean => markdownLength === 0 || tail().endsWith('\n');

  const push = (piece: string): void => {
    pieces.push(piece);
    markdownLength += piece.length;
  };

  const replace = (index: number, piece: string): void => {
    markdownLength += piece.length - (pieces[index]?.length ?? 0);
    pieces[index] = piece;
  };

  const pushText = (text: string): void => {
    texts.push(text);
    textLength += text.length;
  };

  /** `**Note:**text` would show its asterisks: such an emphasis cannot be written. */
  const dropGluedEmphasis = (next: string): void => {
    if (
      lastEmphasis !== undefined &&
      !pendingSpace &&
      STARTS_WORD.test(next) &&
      ENDS_PUNCTUATED.test(lastEmphasis.tail)
    ) {
      replace(lastEmphasis.opening, '');
      replace(lastEmphasis.closing, '');
    }
    lastEmphasis = undefined;
  };

  /** Keeps two neighbours from reading as one link or image. */
  const guardJoint = (next: string): void => {
    const end = tail();
    if ((end.endsWith(']') && /^[([:]/.test(next)) || (end.endsWith('!') && next.startsWith('['))) {
      const last = pieces.at(-1) ?? '';
      replace(pieces.length - 1, `${last.slice(0, -1)}\\${last.slice(-1)}`);
    }
  };

  const append = (piece: string, text: string, plain: boolean): void => {
    dropGluedEmphasis(piece);
    const lineStart = atLineStart();
    const space = pendingSpace && !lineStart ? ' ' : '';
    if (space === '') guardJoint(piece);
    spans.push({ markdownStart: markdownLength, textStart: textLength, plain });
    push(space + (plain && lineStart ? escapeLineStart(piece) : piece));
    pushText(space + text);
    pendingSpace = false;
  };

  const noteSpace = (): void => {
    if (markdownLength === 0) spaceBefore = true;
    pendingSpace = true;
  };

  const appendEmphasis = (marker: string, content: WrittenInline): void => {
    const innerTail = content.markdown.slice(-2);
    if (lastEmphasis?.marker === marker && !pendingSpace) {
      // Two neighbours of one kind become one: `**a****b**` would not be read as emphasis.
      replace(lastEmphasis.closing, '');
      push(content.markdown);
      push(marker);
      pushText(content.text);
      lastEmphasis = { ...lastEmphasis, closing: pieces.length - 1, tail: innerTail };
    } else if (!pendingSpace && ENDS_WORD.test(tail()) && STARTS_PUNCTUATED.test(content.markdown)) {
      append(content.markdown, content.text, false);
    } else {
      append(marker, '', false);
      const opening = pieces.length - 1;
      push(content.markdown);
      push(marker);
      pushText(content.text);
      lastEmphasis = { marker, opening, closing: pieces.length - 1, tail: innerTail };
    }
  };

  return {
    text: (raw) => {
      const collapsed = raw.replace(WHITE_SPACE, ' ');
      if (collapsed.startsWith(' ')) noteSpace();
      const core = collapsed.trim();
      if (core === '') return;
      append(escapeMarkdown(core), core, true);
      if (collapsed.endsWith(' ')) pendingSpace = true;
    },
    whole: (piece, text) => {
      if (piece !== '') append(piece, text, false);
    },
    emphasis: (marker, content) => {
      if (content.spaceBefore) noteSpace();
      if (content.markdown !== '') appendEmphasis(marker, content);
      if (content.spaceAfter) noteSpace();
    },
    space: noteSpace,
    breakLine: () => {
      pendingSpace = false;
      if (!atLineStart()) append('\\\n', '\n', false);
    },
    finish: () => {
      const trailingBreak = tail().endsWith('\n');
      return {
        markdown: (trailingBreak ? pieces.slice(0, -1) : pieces).join(''),
        text: (trailingBreak ? texts.slice(0, -1) : texts).join(''),
        spans: trailingBreak ? spans.slice(0, -1) : spans,
        spaceBefore,
        spaceAfter: pendingSpace || trailingBreak,
      };
    },
  };
};
