/** HTML that may stand in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type HtmlValue = Markup | string | number | undefined | false | readonly HtmlValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const toText = (value: HtmlValue): string => {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map(toText).join('');
};

/** Puts values into HTML. Whatever is not {@link Markup} is escaped, so that it is safe in text and in quoted attributes. */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Markup =>
  new Markup(parts.map((part, index) => part + toText(values[index])).join(''));
