import type { BenchMaterial, BenchPage } from './bench-material';
import { createRandomNumbers } from './random-numbers';

const SYLLABLES = 'ka lo mi ter ran con ver pol ex ti sto ba rel une dis fra qui nor ve sal'.split(' ');
const VOCABULARY = 4000;
const QUERIES = 60;

export type SyntheticSize = {
  readonly pages: number;
  /** Paragraphs, lists, tables … of a page: from the first number to below the second. */
  readonly blocks: readonly [number, number];
};

type Writer = {
  readonly below: (limit: number) => number;
  readonly words: (count: number) => string;
  readonly rareWords: (count: number) => string;
};

/** Words of two to four syllables; a few of them make most of a text, as in a language. */
const createWriter = (seed: number): Writer => {
  const random = createRandomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const wordAt = (rank: number): string => {
    const syllables = [rank % 20, Math.floor(rank / 20) % 20, Math.floor(rank / 400)].map((each) => SYLLABLES[each]);
    return rank < 400 ? syllables.slice(0, 2).join('') : syllables.join('');
  };
  // Zipf's law with exponent 1, by inversion of its continuous form.
  const rank = (): number => Math.floor(VOCABULARY ** random()) - 1;
  const join = (count: number, next: () => number): string =>
    Array.from({ length: count }, () => wordAt(next())).join(' ');
  return { below, words: (count) => join(count, rank), rareWords: (count) => join(count, () => 50 + below(2000)) };
};

const sentence = ({ words, below }: Writer): string => {
  const text = words(6 + below(14));
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const inlineSentence = (writer: Writer): string => {
  const { words, below } = writer;
  const marked = [
    `<strong>${words(2)}</strong>`,
    `<code>${words(1)}_${words(1)}</code>`,
    `<a href="https://example.com/${words(1)}">${words(2)}</a>`,
    `<ac:link><ri:page ri:content-title="${words(2)}" /><ac:link-body>${words(3)}</ac:link-body></ac:link>`,
    `<em>${words(1)}</em> &amp; ${words(1)}`,
  ][below(5)];
  return `${sentence(writer).slice(0, -1)} ${marked ?? ''} ${words(4)}.`;
};

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

const paragraph = (writer: Writer): string =>
  `<p>${Array.from({ length: 1 + writer.below(5) }, () => (writer.below(3) === 0 ? inlineSentence(writer) : sentence(writer))).join(' ')}</p>`;

const list = (writer: Writer): string => {
  const items = times(2 + writer.below(6), () => `<li><p>${inlineSentence(writer)}</p></li>`);
  return writer.below(3) === 0 ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
};

const codeMacro = ({ words, below }: Writer): string => {
  const lines = times(
    2 + below(15),
    () => `${words(1)}.${words(1)}(${words(2).replace(' ', ', ')}) < ${below(100)};\n`,
  );
  return `<ac:structured-macro ac:name="code" ac:schema-version="1"><ac:parameter ac:name="language">java</ac:parameter><ac:plain-text-body><![CDATA[${lines}]]></ac:plain-text-body></ac:structured-macro>`;
};

const table = ({ words, below }: Writer): string => {
  const columns = 2 + below(3);
  const row = (cell: 'td' | 'th', count: number): string =>
    `<tr>${times(columns, () => `<${cell}><p>${words(count)}</p></${cell}>`)}</tr>`;
  return `<table data-layout="default"><tbody>${row('th', 1)}${times(2 + below(8), () => row('td', 4))}</tbody></table>`;
};

const panel = (writer: Writer): string =>
  `<ac:structured-macro ac:name="info" ac:schema-version="1"><ac:rich-text-body>${paragraph(writer)}</ac:rich-text-body></ac:structured-macro>`;

const heading = ({ words, below }: Writer): string => {
  const level = 2 + below(2);
  return `<h${level}>${words(3)}</h${level}>`;
};

const section = (writer: Writer): string => {
  const kind = writer.below(20);
  if (kind < 3) return heading(writer);
  if (kind < 12) return paragraph(writer);
  if (kind < 15) return list(writer);
  if (kind < 17) return codeMacro(writer);
  return kind < 19 ? table(writer) : panel(writer);
};

const page = (index: number, [min, max]: SyntheticSize['blocks']): BenchPage => {
  const writer = createWriter(index + 1);
  const storage = times(min + writer.below(max - min), () => section(writer));
  return { id: String(1000 + index), title: `${writer.words(3)} ${index}`, space: 'BENCH', storage };
};

/** Made-up pages and questions, the same at each run. */
export const writeSyntheticMaterial = ({ pages, blocks }: SyntheticSize): BenchMaterial => {
  const writer = createWriter(0);
  return {
    pages: Array.from({ length: pages }, (_, index) => page(index, blocks)),
    queries: Array.from({ length: QUERIES }, () => writer.rareWords(2 + writer.below(4))),
  };
};
