import { describe, expect, it } from '@jest/globals';

import { html } from '../../../dev/host/html';
import { storageToHtml } from '../../../dev/host/content/storage-to-html';

const draw = (storage: string): string =>
  storageToHtml(storage, { drawMacro: () => html`<div>the app</div>`, hrefOf: () => undefined }).text;

const macro = (name: string): string => `<ac:structured-macro ac:name="${name}"></ac:structured-macro>`;

describe('storageToHtml', () => {
  it('draws what it knows, one heading level below the title', () => {
    expect(draw('<h1>One</h1><p>a <strong>b</strong></p>')).toBe('<h2>One</h2><p>a <strong>b</strong></p>');
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('takes an element called %s for its text', (name) => {
    expect(draw(`<${name}>text</${name}>`)).toBe('text');
    expect(draw(macro(name))).toContain(`[macro: ${name.toLowerCase()}]`);
  });

  it('runs nothing that a page holds', () => {
    const drawn = draw(
      '<script>alert(1)</script><p onclick="alert(1)">a</p><a href="javascript:alert(1)">b</a><img src="x" onerror="alert(1)" />&lt;script&gt;',
    );
    expect(drawn).not.toMatch(/onclick|onerror|javascript:|<script|<img/i);
    expect(drawn).toContain('&lt;script&gt;');
  });
});
