import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { ContentError } from './content-error';
import type { Written } from './parse-members';

export type StructuredText = { readonly value: unknown; readonly written: Written };

type Source = {
  readonly file: string;
  readonly text: string;
  /** The line of the file that the text begins on. */
  readonly firstLine: number;
};

/**
 * Reads YAML. An empty text is an object without members.
 *
 * @throws {ContentError} naming the line of the syntax error
 */
export const readYaml = (source: Source): StructuredText => {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = source.firstLine + lines.linePos(error.pos[0]).line - 1;
    throw new ContentError({ file: source.file, line }, `not YAML: ${firstLineOf(error.message)}`, { cause: error });
  }
  try {
    const value: unknown = document.toJS();
    return { value: value ?? {}, written: { file: source.file, lineOf: lineFinder(source) } };
  } catch (cause) {
    throw new ContentError({ file: source.file, line: source.firstLine }, `not YAML: ${firstLineOf(String(cause))}`, {
      cause,
    });
  }
};

/**
 * Reads JSON.
 *
 * @throws {ContentError} naming the line of the syntax error
 */
export const readJson = (source: Source): StructuredText => {
  try {
    const value: unknown = JSON.parse(source.text);
    return { value, written: { file: source.file, lineOf: lineFinder(source) } };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    const offset = /at position (\d+)/.exec(problem)?.[1];
    const before = offset === undefined ? source.text : source.text.slice(0, Number(offset));
    const line = source.firstLine + before.split('\n').length - 1;
    throw new ContentError({ file: source.file, line }, `not JSON: ${problem}`, { cause });
  }
};

/** JSON is YAML as well, so one finder serves both; it runs only when there is something to complain about. */
const lineFinder =
  (source: Source): Written['lineOf'] =>
  (member) => {
    const lines = new LineCounter();
    const { contents } = parseDocument(source.text, { lineCounter: lines });
    if (member === undefined || !isMap(contents)) return source.firstLine;
    const pair = contents.items.find(({ key }) => isScalar(key) && key.value === member);
    if (pair === undefined || !isScalar(pair.key)) return source.firstLine;
    return source.firstLine + lines.linePos(pair.key.range[0]).line - 1;
  };

const firstLineOf = (message: string): string => message.split('\n', 1)[0] ?? message;
