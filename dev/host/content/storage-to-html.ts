import { isMacro, readMacro, type Macro } from '../../../src/excerpts/markup/macro';
import { parseStorageTree } from '../../../src/excerpts/markup/parse-storage-tree';
import { resourceName, resourceOf, type Resource } from '../../../src/excerpts/markup/resource';
import {
  childNamed,
  isElement,
  textContent,
  type StorageElement,
  type StorageNode,
} from '../../../src/excerpts/markup/storage-node';
import { html, Markup } from '../html';
import { readForgeMacro, type ForgeMacro } from './forge-macro';

export type StorageDrawing = {
  /** Draws a macro of the app. */
  readonly drawMacro: (macro: ForgeMacro) => Markup;
  /** Where a link to a page or space leads; absent: nowhere that the viewer may go. */
  readonly hrefOf: (resource: Resource) => string | undefined;
};

/** `headingStep`: how far headings move, so that the first level below the page's title is the first that the page uses. */
type Context = StorageDrawing & { readonly headingStep: number };

type Draw = (element: StorageElement, drawing: Context) => Markup;

const PLAIN = new Set([
  ...['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'strong', 'em', 'b', 'i', 'u', 's', 'del', 'sub', 'sup'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'caption', 'dl', 'dt', 'dd', 'small', 'kbd'],
]);
/** Nothing of what these hold is for readers. */
const DROPPED = new Set(['script', 'style', 'colgroup', 'iframe', 'object', 'embed', 'ac:placeholder', 'ac:parameter']);
/** Maps, here and below: an element or a macro may be called `constructor`. */
const PANELS = new Map([
  ['info', 'Info'],
  ['note', 'Note'],
  ['tip', 'Tip'],
  ['warning', 'Warning'],
  ['panel', ''],
]);

/**
 * A page's body as simple HTML. Only elements named here are written, with no attribute that storage format gave but the
 * few that tables and links need; everything else is its text. What macros would show is named, not computed.
 */
export const storageToHtml = (storage: string, drawing: StorageDrawing): Markup =>
  drawAll(parseStorageTree(storage).root, { ...drawing, headingStep: 2 - firstLevel(storage) });

const firstLevel = (storage: string): number =>
  Math.min(...[...storage.matchAll(/<h([1-6])[\s>]/gi)].map(([, level]) => Number(level)), 6);

const drawAll: Draw = ({ children }, drawing) => html`${children.map((child) => drawNode(child, drawing))}`;

const drawNode = (node: StorageNode, drawing: Context): Markup => {
  if (!isElement(node)) return html`${node}`;
  if (PLAIN.has(node.name)) return wrap(node.name, drawAll(node, drawing));
  if (DROPPED.has(node.name)) return html``;
  if (isMacro(node)) return drawMacro(readMacro(node), drawing);
  return (ELEMENTS.get(node.name) ?? drawAll)(node, drawing);
};

/** The name is one of those above: it needs no escape, and could have none. */
const wrap = (name: string, inner: Markup): Markup => new Markup(`<${name}>${inner.text}</${name}>`);

const cell =
  (name: 'td' | 'th'): Draw =>
  (element, drawing) => {
    const span = (attribute: string): string =>
      String(Number.parseInt(element.attributes.get(attribute) ?? '1', 10) || 1);
    const inner = drawAll(element, drawing);
    // A cell without text is no header of anything.
    const tag = textContent(element).trim() === '' ? 'td' : name;
    return new Markup(`<${tag} rowspan="${span('rowspan')}" colspan="${span('colspan')}">${inner.text}</${tag}>`);
  };

const heading =
  (level: number): Draw =>
  (element, drawing) =>
    textContent(element).trim() === ''
      ? html``
      : wrap(`h${Math.min(6, level + drawing.headingStep)}`, drawAll(element, drawing));

const link = (href: string | undefined, text: Markup): Markup =>
  href === undefined ? html`<span class="dead-link">${text}</span>` : html`<a href="${href}">${text}</a>`;

const drawLink: Draw = (element, drawing) => {
  const resource = resourceOf(element);
  const body = childNamed(element, 'ac:link-body') ?? childNamed(element, 'ac:plain-text-link-body');
  if (resource?.kind === 'user') return html`<span class="mention">@someone</span>`;
  const text =
    body === undefined
      ? html`${resource === undefined ? element.attributes.get('ac:anchor') : resourceName(resource)}`
      : drawAll(body, drawing);
  return link(resource && drawing.hrefOf(resource), text);
};

const drawAnchor: Draw = (element, drawing) => {
  const href = element.attributes.get('href') ?? '';
  return link(/^(https?:|mailto:|\/|#)/i.test(href) ? href : undefined, drawAll(element, drawing));
};

const drawImage: Draw = (element) => {
  const resource = resourceOf(element);
  const name = element.attributes.get('ac:alt') ?? (resource === undefined ? '' : resourceName(resource));
  return html`<span class="placeholder">[image${name === '' ? '' : `: ${name}`}]</span>`;
};

const drawTask: Draw = (element, drawing) => {
  const isDone = textContent(childNamed(element, 'ac:task-status') ?? '').trim() === 'complete';
  const body = childNamed(element, 'ac:task-body');
  return html`<li>${isDone ? '☑' : '☐'} ${body && drawAll(body, drawing)}</li>`;
};

const drawExtension: Draw = (element, drawing) => {
  const macro = readForgeMacro(element);
  if (macro !== undefined) return drawing.drawMacro(macro);
  const fallback = childNamed(element, 'ac:adf-fallback');
  if (fallback !== undefined) return drawAll(fallback, drawing);
  return html`<p class="placeholder">[an extension that is not modelled]</p>`;
};

const ELEMENTS = new Map<string, Draw>(
  Object.entries({
    h1: heading(1),
    h2: heading(2),
    h3: heading(3),
    h4: heading(4),
    h5: heading(5),
    h6: heading(6),
    td: cell('td'),
    th: cell('th'),
    a: drawAnchor,
    br: () => html`<br />`,
    hr: () => html`<hr />`,
    time: (element) => html`<time>${element.attributes.get('datetime')}</time>`,
    'ac:link': drawLink,
    'ac:image': drawImage,
    'ac:emoticon': (element) => html`${element.attributes.get('ac:emoji-fallback') ?? ''}`,
    'ac:task-list': (element, drawing) =>
      html`<ul class="tasks">
        ${drawAll(element, drawing)}
      </ul>`,
    'ac:task': drawTask,
    'ac:adf-extension': drawExtension,
  }),
);

const drawMacro = (macro: Macro, drawing: Context): Markup => {
  const { name, parameters, plainBody, richBody } = macro;
  const title = parameters.get('title');
  const body = richBody && drawAll(richBody, drawing);
  const panel = PANELS.get(name);
  if (panel !== undefined)
    return html`<div class="panel panel-${name}">
      ${(title ?? panel) !== '' && html`<p><strong>${title ?? panel}</strong></p>`}${body}
    </div>`;
  if (plainBody !== undefined)
    return html`${title !== undefined && html`<p><strong>${title}</strong></p>`}
      <pre tabindex="0"><code>${plainBody}</code></pre>`;
  if (name === 'expand')
    return html`<details>
      <summary>${title ?? 'More'}</summary>
      ${body}
    </details>`;
  if (name === 'status') return html`<span class="status">${title}</span>`;
  return body ?? html`<span class="placeholder">[macro: ${name}]</span>`;
};
