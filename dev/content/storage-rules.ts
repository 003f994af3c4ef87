import MarkdownIt from 'markdown-it';
import type { MarkdownToken as Token } from './markdown-token';

const { escapeHtml } = new MarkdownIt().utils;

type Rule = (tokens: readonly Token[], index: number) => string;

const render =
  (write: (token: Token) => string): Rule =>
  (tokens, index) => {
    const token = tokens[index];
    return token === undefined ? '' : write(token);
  };

const fixed =
  (markup: string): Rule =>
  () =>
    markup;

/** How markdown-it's tokens, and those that the marking steps make of them, are written in storage format. */
export const storageRules: Readonly<Record<string, Rule>> = {
  fence: render(({ content, info }) => codeMacro(content, info.trim().split(/\s+/, 1)[0] ?? '')),
  code_block: render(({ content }) => codeMacro(content, '')),
  image: render((token) => imageOf(token.attrGet('src') ?? '', token.content)),
  table_open: fixed('<table><tbody>\n'),
  table_close: fixed('</tbody></table>\n'),
  thead_open: fixed(''),
  thead_close: fixed(''),
  tbody_open: fixed(''),
  tbody_close: fixed(''),
  panel_open: render(({ info }) => `<ac:structured-macro ac:name="${info}"><ac:rich-text-body>\n`),
  panel_close: fixed('</ac:rich-text-body></ac:structured-macro>\n'),
  task_list_open: fixed('<ac:task-list>\n'),
  task_list_close: fixed('</ac:task-list>\n'),
  task_open: render(
    ({ content, info }) =>
      `<ac:task><ac:task-id>${content}</ac:task-id><ac:task-status>${info}</ac:task-status><ac:task-body>`,
  ),
  task_close: fixed('</ac:task-body></ac:task>\n'),
  page_link_open: render((token) => pageLinkOpening(token)),
  page_link_close: fixed('</ac:link-body></ac:link>'),
};

const codeMacro = (code: string, language: string): string => {
  const parameter = language === '' ? '' : `<ac:parameter ac:name="language">${escapeHtml(language)}</ac:parameter>`;
  const body = code.replace(/\n$/, '').replaceAll(']]>', ']]]]><![CDATA[>');
  return (
    `<ac:structured-macro ac:name="code">${parameter}` +
    `<ac:plain-text-body><![CDATA[${body}]]></ac:plain-text-body></ac:structured-macro>\n`
  );
};

const imageOf = (source: string, alternative: string): string => {
  const name = source.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? source;
  const target = /^https?:\/\//i.test(source)
    ? `<ri:url ri:value="${escapeHtml(source)}" />`
    : `<ri:attachment ri:filename="${escapeHtml(decoded(name))}" />`;
  return `<ac:image ac:alt="${escapeHtml(alternative)}">${target}</ac:image>`;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const pageLinkOpening = (token: Token): string => {
  const attribute = (name: string, value: string | null): string =>
    value === null ? '' : ` ${name}="${escapeHtml(value)}"`;
  const page =
    attribute('ri:space-key', token.attrGet('space')) + attribute('ri:content-title', token.attrGet('title'));
  return `<ac:link${attribute('ac:anchor', token.attrGet('anchor'))}><ri:page${page} /><ac:link-body>`;
};
