import type { BlockBody } from '../page-document';
import { fenceFor } from './escape-markdown';

const LANGUAGE = /^[\w+#.-]+$/;

/** Code as a fenced block that nothing in the code can end; `language` is left out when it is not one word. */
export const codeBody = (code: string, language: string): BlockBody => {
  const lines = code
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '')
    .split('\n');
  const fence = fenceFor(code);
  const named = LANGUAGE.test(language) && language !== 'none' ? language : '';
  return {
    form: 'lines',
    opening: [fence + named],
    lines: lines.map((line) => ({ markdown: line, text: line })),
    closing: [fence],
  };
};
