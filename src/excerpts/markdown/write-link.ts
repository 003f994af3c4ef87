import { childNamed, type StorageElement, type StorageNode } from '../markup/storage-node';
import { resourceName, resourceOf, type Resource } from '../markup/resource';
import { escapeLabel, escapeMarkdown, linkTarget } from './escape-markdown';
import type { InlineWriter, WrittenInline } from './inline-writer';

type WriteLine = (nodes: readonly StorageNode[]) => WrittenInline;

/**
 * A person is mentioned. Storage format knows only the account id, which names nobody to a reader, and which Atlassian
 * counts as personal data that an app has to report: it stays where it is.
 */
export const UNNAMED_PERSON = '@user';

/** Scripts and data URLs: no reader of an excerpt should follow them. Browsers pass over the characters before `:`. */
const NOT_FOLLOWABLE = /^(?:javascript|vbscript|data):/i;
const UNSEEN_IN_SCHEME = /[\s\p{Cc}]/gu;

/** `<a href>`: a Markdown link, or just its address where that is also its text. */
export const writeAnchorElement = (element: StorageElement, writer: InlineWriter, writeLine: WriteLine): void => {
  const href = (element.attributes.get('href') ?? '').trim();
  writeLink(writer, writeLine(element.children), href);
};

/**
 * `ac:link`. Storage format names pages by title, not by address, so the title (and space, when it is another one) is
 * said in words behind the link's own text.
 */
export const writeConfluenceLink = (element: StorageElement, writer: InlineWriter, writeLine: WriteLine): void => {
  const body = childNamed(element, 'ac:link-body') ?? childNamed(element, 'ac:plain-text-link-body');
  const label = writeLine(body?.children ?? []);
  const anchor = element.attributes.get('ac:anchor') ?? '';
  const resource = resourceOf(element);
  if (resource?.kind === 'url') writeLink(writer, label, resource.url);
  else if (resource === undefined && anchor !== '') writeLink(writer, label, `#${anchor.replace(/\s/g, '-')}`, anchor);
  else writeNamed(writer, label, resource, anchor);
};

const writeLink = (writer: InlineWriter, label: WrittenInline, target: string, fallback = target): void => {
  if (label.spaceBefore) writer.space();
  const text = label.text === '' ? fallback : label.text;
  if (target === '' || NOT_FOLLOWABLE.test(target.replace(UNSEEN_IN_SCHEME, '')))
    writer.whole(label.markdown, label.text);
  else if (text === target && /^https?:[^\s<>]*$/i.test(target)) writer.whole(`<${target}>`, text);
  else {
    const shown = label.text === '' ? escapeMarkdown(text) : label.markdown;
    writer.whole(`[${hasLooseBracket(shown) ? escapeLabel(text) : shown}](${linkTarget(target)})`, text);
  }
  if (label.spaceAfter) writer.space();
};

const writeNamed = (
  writer: InlineWriter,
  label: WrittenInline,
  resource: Resource | undefined,
  anchor: string,
): void => {
  const name = resource === undefined ? '' : resourceName(resource);
  const section = anchor === '' ? '' : `#${anchor}`;
  const space = resource?.kind === 'page' && resource.spaceKey !== undefined ? `, space ${resource.spaceKey}` : '';
  if (label.spaceBefore) writer.space();
  if (label.text === '') writer.text(resource?.kind === 'user' ? UNNAMED_PERSON : name + section);
  else if (name === '' || sameWords(label.text, name)) writer.whole(label.markdown, label.text);
  else
    writer.whole(`${label.markdown} (${resource?.kind ?? ''}: ${escapeMarkdown(name + section + space)})`, label.text);
  if (label.spaceAfter) writer.space();
};

const hasLooseBracket = (markdown: string): boolean => {
  let depth = 0;
  for (const [character] of markdown.matchAll(/\\.|[[\]]/gs)) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (depth < 0) return true;
  }
  return depth !== 0;
};

const sameWords = (one: string, other: string): boolean => onlyWords(one) === onlyWords(other);

const onlyWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
