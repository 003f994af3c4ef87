import { escapeLineStart, escapeMarkdown } from './escape-markdown';
import type { InlineContent, InlineSpan } from './inline-content';

const WHITE_SPACE = /[\s\u00a0]+/g;
const STARTS_WORD = /^[\p{L}\p{N}]/u;
const ENDS_WORD = /[\p{L}\p{N}]$/u;
const STARTS_PUNCTUATED = /^[^\p{L}\p{N}\s]/u;
const ENDS_PUNCTUATED = /[^\p{L}\p{N}\s]$/u;

export type WrittenInline = InlineContent & { readonly spaceBefore: boolean; readonly spaceAfter: boolean };

type Emphasis = { readonly marker: string; readonly inner: string };

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

export const createInlineWriter = (): InlineWriter => {
  let markdown = '';
  let text = '';
  let spaceBefore = false;
  let pendingSpace = false;
  let lastEmphasis: (Emphasis & { readonly start: number }) | undefined;
  const spans: InlineSpan[] = [];

  const atLineStart = (): boolean => markdown === '' || markdown.endsWith('\n');

  const append = (piece: string, pieceText: string, plain: boolean): void => {
    if (
      lastEmphasis !== undefined &&
      !pendingSpace &&
      STARTS_WORD.test(piece) &&
      ENDS_PUNCTUATED.test(lastEmphasis.inner)
    ) {
      // `**Note:**text` would show its asterisks: such an emphasis cannot be written.
      markdown = markdown.slice(0, lastEmphasis.start) + lastEmphasis.inner;
    }
    lastEmphasis = undefined;
    const space = pendingSpace && !atLineStart() ? ' ' : '';
    if (space === '') markdown = guardJoint(markdown, piece);
    spans.push({ markdownStart: markdown.length, textStart: text.length, plain });
    markdown += space + (plain && atLineStart() ? escapeLineStart(piece) : piece);
    text += space + pieceText;
    pendingSpace = false;
  };

  const noteSpace = (): void => {
    if (markdown === '') spaceBefore = true;
    pendingSpace = true;
  };

  return {
    text: (raw) => {
      const collapsed = raw.replace(WHITE_SPACE, ' ');
      const core = collapsed.trim();
      if (collapsed.startsWith(' ')) noteSpace();
      if (core === '') return;
      append(escapeMarkdown(core), core, true);
      if (collapsed.endsWith(' ')) pendingSpace = true;
    },
    whole: (piece, pieceText) => {
      if (piece !== '') append(piece, pieceText, false);
    },
    emphasis: (marker, content) => {
      if (content.spaceBefore) noteSpace();
      if (content.markdown !== '') {
        const inner = content.markdown;
        const glued = !pendingSpace && ENDS_WORD.test(markdown) && STARTS_PUNCTUATED.test(inner);
        const previous = lastEmphasis;
        if (previous?.marker === marker && !pendingSpace) {
          markdown = markdown.slice(0, previous.start) + marker + previous.inner + inner + marker;
          text += content.text;
          lastEmphasis = { ...previous, inner: previous.inner + inner };
        } else {
          append(glued ? inner : marker + inner + marker, content.text, false);
          if (!glued) lastEmphasis = { marker, inner, start: markdown.length - inner.length - 2 * marker.length };
        }
      }
      if (content.spaceAfter) noteSpace();
    },
    space: noteSpace,
    breakLine: () => {
      pendingSpace = false;
      if (atLineStart()) return;
      append('\\\n', '\n', false);
    },
    finish: () => {
      const end = markdown.endsWith('\\\n') ? 2 : 0;
      return {
        markdown: markdown.slice(0, markdown.length - end),
        text: text.slice(0, text.length - end / 2),
        spans,
        spaceBefore,
        spaceAfter: pendingSpace,
      };
    },
  };
};

/** Keeps two neighbours from reading as one link or image. */
const guardJoint = (before: string, piece: string): string =>
  (before.endsWith(']') && /^[([:]/.test(piece)) || (before.endsWith('!') && piece.startsWith('['))
    ? `${before.slice(0, -1)}\\${before.slice(-1)}`
    : before;
