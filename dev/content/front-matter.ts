import { ContentError } from './content-error';

export type FrontMatter = {
  readonly yaml: string;
  /** The line of the file that the YAML begins on. */
  readonly firstLine: number;
  readonly markdown: string;
};

/**
 * Parts a Markdown file into the YAML between two lines `---` at its very beginning, if there is one, and the rest.
 *
 * @throws {ContentError} when the first line opens front matter that no line closes
 */
export const splitFrontMatter = (file: string, text: string): FrontMatter => {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (opening === null) return { yaml: '', firstLine: 1, markdown: text };
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (closing === null) throw new ContentError({ file, line: 1 }, 'front matter is not closed by a line "---"');
  return {
    yaml: rest.slice(0, closing.index),
    firstLine: 2,
    markdown: rest.slice(closing.index + closing[0].length),
  };
};
