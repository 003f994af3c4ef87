import { codeSpan, escapeLineStart, escapeMarkdown } from './escape-markdown';
import type { InlineContent, InlineSpan } from './inline-content';

const LONG_SPACE = /\s{2,}|[^\S ]/g;
const STARTS_WORD = /^[\p{L}\p{N}]/u;
const ENDS_WORD = /[\p{L}\p{N}]$/u;
const STARTS_PUNCTUATED = /^[^\p{L}\p{N}\s]/u;
const STARTS_TARGET = /^[([:]/;
const ENDS_PUNCTUATED = /[^\p{L}\p{N}\s]$/u;

/** Joining writes the span anew: a limit keeps many of them from taking quadratic time. */
const LONGEST_JOINED_CODE = 500;

export type WrittenInline = InlineContent & { readonly spaceBefore: boolean; readonly spaceAfter: boolean };

/** The emphasis that was written last, as places in the list of pieces. */
type LastEmphasis = {
  readonly marker: string;
  readonly opening: number;
  readonly closing: number;
  readonly tail: string;
};

/** Collects a line piece by piece, collapsing white space the way a browser does. */
export class InlineWriter {
  // Lists, because looking at the end of a string that grows costs its whole length every time.
  readonly #pieces: string[] = [];
  readonly #texts: string[] = [];
  readonly #spans: InlineSpan[] = [];
  #markdownLength = 0;
  #textLength = 0;
  #spaceBefore = false;
  #pendingSpace = false;
  #lastEmphasis: LastEmphasis | undefined;
  #lastCode: string | undefined;
  #lastCodeSpace = '';

  /** Text as it stands in the page. */
  text(raw: string): void {
    const collapsed = raw.replace(LONG_SPACE, ' ');
    if (collapsed.startsWith(' ')) this.space();
    const core = collapsed.trim();
    if (core === '') return;
    this.#append(escapeMarkdown(core), core, true);
    if (collapsed.endsWith(' ')) this.#pendingSpace = true;
  }

  /** Something that stays whole: its Markdown and what a reader sees of it. */
  whole(markdown: string, text: string): void {
    if (markdown !== '') this.#append(markdown, text, false);
  }

  /** Code; what follows other code directly belongs to it, since two code spans cannot touch. */
  code(code: string): void {
    const collapsed = code.replace(LONG_SPACE, ' ');
    const core = collapsed.trim();
    if (collapsed.startsWith(' ')) this.space();
    if (core === '') return;
    const last = this.#pendingSpace ? undefined : this.#lastCode;
    if (last !== undefined && last.length + core.length <= LONGEST_JOINED_CODE) {
      this.#replace(this.#pieces.length - 1, this.#lastCodeSpace + codeSpan(last + core));
      this.#pushText(core);
      this.#lastCode = last + core;
    } else {
      if (last !== undefined) this.space();
      this.#lastCodeSpace = this.#pendingSpace && !this.#isAtLineStart() ? ' ' : '';
      this.#append(codeSpan(core), core, false);
      this.#lastCode = core;
    }
    if (collapsed.endsWith(' ')) this.#pendingSpace = true;
  }

  /** Content between two markers: `**`, `*` or `~~`. */
  emphasis(marker: string, content: WrittenInline): void {
    if (content.spaceBefore) this.space();
    if (content.markdown !== '') this.#appendEmphasis(marker, content);
    if (content.spaceAfter) this.space();
  }

  space(): void {
    if (this.#markdownLength === 0) this.#spaceBefore = true;
    this.#pendingSpace = true;
  }

  breakLine(): void {
    this.#pendingSpace = false;
    if (!this.#isAtLineStart()) this.#append('\\\n', '\n', false);
  }

  finish(): WrittenInline {
    const endsInBreak = this.#lastPiece().endsWith('\n');
    const end = endsInBreak ? -1 : undefined;
    return {
      markdown: this.#pieces.slice(0, end).join(''),
      text: this.#texts.slice(0, end).join(''),
      spans: this.#spans,
      spaceBefore: this.#spaceBefore,
      spaceAfter: this.#pendingSpace || endsInBreak,
    };
  }

  #append(piece: string, text: string, plain: boolean): void {
    this.#dropGluedEmphasis(piece);
    this.#lastCode = undefined;
    const lineStart = this.#isAtLineStart();
    const space = this.#pendingSpace && !lineStart ? ' ' : '';
    if (space === '') this.#guardJoint(piece);
    this.#spans.push({ markdownStart: this.#markdownLength, textStart: this.#textLength, plain });
    this.#push(space + (plain && lineStart ? escapeLineStart(piece) : piece));
    this.#pushText(space + text);
    this.#pendingSpace = false;
  }

  #appendEmphasis(marker: string, content: WrittenInline): void {
    const tail = content.markdown.slice(-2);
    const last = this.#lastEmphasis;
    if (last?.marker === marker && !this.#pendingSpace) {
      // Two neighbours of one kind become one: `**a****b**` would not be read as emphasis.
      this.#replace(last.closing, '');
      this.#lastCode = undefined;
      this.#push(content.markdown);
      this.#push(marker);
      this.#pushText(content.text);
      this.#lastEmphasis = { ...last, closing: this.#pieces.length - 1, tail };
    } else if (!this.#pendingSpace && (last !== undefined || this.#cannotOpenBefore(content.markdown))) {
      this.#append(content.markdown, content.text, false);
    } else {
      this.#append(marker, '', false);
      const opening = this.#pieces.length - 1;
      this.#push(content.markdown);
      this.#push(marker);
      this.#pushText(content.text);
      this.#lastEmphasis = { marker, opening, closing: this.#pieces.length - 1, tail };
    }
  }

  /** `text**(a)**` would show its asterisks. */
  #cannotOpenBefore(markdown: string): boolean {
    return ENDS_WORD.test(this.#lastPiece().slice(-2)) && STARTS_PUNCTUATED.test(markdown);
  }

  /** `**Note:**text` would show its asterisks: such an emphasis cannot be written. */
  #dropGluedEmphasis(next: string): void {
    const last = this.#lastEmphasis;
    this.#lastEmphasis = undefined;
    if (last === undefined || this.#pendingSpace || !STARTS_WORD.test(next) || !ENDS_PUNCTUATED.test(last.tail)) return;
    this.#replace(last.opening, (this.#pieces[last.opening] ?? '').slice(0, -last.marker.length));
    this.#replace(last.closing, '');
  }

  /** Keeps two neighbours from reading as one link or image. */
  #guardJoint(next: string): void {
    const last = this.#lastPiece();
    if ((last.endsWith(']') && STARTS_TARGET.test(next)) || (last.endsWith('!') && next.startsWith('['))) {
      this.#replace(this.#pieces.length - 1, `${last.slice(0, -1)}\\${last.slice(-1)}`);
    }
  }

  #lastPiece(): string {
    return this.#pieces[this.#pieces.length - 1] ?? '';
  }

  #isAtLineStart(): boolean {
    return this.#markdownLength === 0 || this.#lastPiece().endsWith('\n');
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.#markdownLength += piece.length;
  }

  #replace(index: number, piece: string): void {
    this.#markdownLength += piece.length - (this.#pieces[index]?.length ?? 0);
    this.#pieces[index] = piece;
  }

  #pushText(text: string): void {
    this.#texts.push(text);
    this.#textLength += text.length;
  }
}
