import { codeSpan, escapeLineStart, escapeMarkdown } from './escape-markdown';
import type { InlineContent, InlineSpan } from './inline-content';

const LONG_SPACE = /\s{2,}|[^\S ]/g;
const STARTS_WORD = /^[\p{L}\p{N}]/u;
const ENDS_WORD = /[\p{L}\p{N}]$/u;
const STARTS_PUNCTUATED = /^[^\p{L}\p{N}\s]/u;
/** Characters that are no markup alone, each with what makes markup of it when it follows directly. */
const JOINTS: Readonly<Record<string, RegExp>> = {
  ']': /^[([:]/,
  '!': /^\[/,
  '<': /^[a-z/!?]/i,
  '&': /^#?\w/,
  '~': /^~/,
};
const ENDS_PUNCTUATED = /[^\p{L}\p{N}\s]$/u;

/** Joining writes a piece anew: a limit keeps many of them from taking quadratic time. */
const LONGEST_JOINED = 500;

export type WrittenInline = InlineContent & { readonly spaceBefore: boolean; readonly spaceAfter: boolean };

/** The emphasis that was written last, as places in the list of pieces. */
type LastEmphasis = {
  readonly marker: string;
  readonly opening: number;
  readonly closing: number;
  readonly tail: string;
};

/** The text that was written last, as it stands in the page. */
type LastText = { readonly raw: string; readonly space: string; readonly isAtLineStart: boolean };

const escapeText = (raw: string, isAtLineStart: boolean): string =>
  isAtLineStart ? escapeLineStart(escapeMarkdown(raw)) : escapeMarkdown(raw);

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
  #lastText: LastText | undefined;
  #lastCode: string | undefined;
  #lastCodeSpace = '';

  /** Text as it stands in the page. */
  text(raw: string): void {
    const collapsed = raw.replace(LONG_SPACE, ' ');
    if (collapsed.startsWith(' ')) this.space();
    const core = collapsed.trim();
    if (core === '') return;
    const last = this.#pendingSpace ? undefined : this.#lastText;
    if (last !== undefined && last.raw.length + core.length <= LONGEST_JOINED) this.#joinText(last, core);
    else this.#appendText(core);
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
    if (last !== undefined && last.length + core.length <= LONGEST_JOINED) {
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

  #appendText(raw: string): void {
    const isAtLineStart = this.#isAtLineStart();
    const space = this.#pendingSpace && !isAtLineStart ? ' ' : '';
    this.#append(escapeText(raw, isAtLineStart), raw, true);
    this.#lastText = { raw, space, isAtLineStart };
  }

  /** Which characters are escaped depends on their neighbours, across the ends of elements: `1` and `. a`. */
  #joinText({ raw, space, isAtLineStart }: LastText, more: string): void {
    const joined = raw + more;
    this.#replace(this.#pieces.length - 1, space + escapeText(joined, isAtLineStart));
    this.#pushText(more);
    this.#lastText = { raw: joined, space, isAtLineStart };
  }

  #append(piece: string, text: string, plain: boolean): void {
    this.#dropGluedEmphasis(piece);
    this.#lastCode = undefined;
    this.#lastText = undefined;
    const space = this.#pendingSpace && !this.#isAtLineStart() ? ' ' : '';
    if (space === '') this.#guardJoint(piece);
    this.#spans.push({ markdownStart: this.#markdownLength, textStart: this.#textLength, plain });
    this.#push(space + piece);
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
      this.#lastText = undefined;
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

  /** Keeps two neighbours from reading as one link, image, tag, entity or strike. */
  #guardJoint(next: string): void {
    const last = this.#lastPiece();
    const sign = last.slice(-1);
    if (JOINTS[sign]?.test(next) === true) {
      this.#replace(this.#pieces.length - 1, `${last.slice(0, -1)}\\${sign}`);
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
