import type { BlockBody } from '../page-document';
import { fenceFor } from './escape-markdown';

const LANGUAGE = /^[\w+#.-]+$/;
const LINE_END = /\r\n?/g;

/** Code as a fenced block that nothing in the code can end; `language` is left out when it is not one word. */
export const codeBody = (code: string, language: string): BlockBody => {
  const fence = fenceFor(code);
  const named = LANGUAGE.test(language) && language !== 'none' ? language : '';
  return {
    form: 'code',
    opening: fence + named,
    code: withoutOuterLines(code.replace(LINE_END, '\n')),
    closing: fence,
  };
};

/** Without empty lines at both ends; the indentation of the first line stays. */
const withoutOuterLines = (code: string): string => {
  const trimmed = code.trimEnd();
  let start = 0;
  while (trimmed.charAt(start) === '\n') start += 1;
  return trimmed.slice(start);
};
