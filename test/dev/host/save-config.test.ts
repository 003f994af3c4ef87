import { describe, expect, it } from '@jest/globals';

import { saveConfig } from '../../../dev/host/content/save-config';

const macro = (localId: string): string =>
  `<ac:adf-extension><ac:adf-node type="extension"><ac:adf-attribute key="parameters"><ac:adf-parameter key="local-id">${localId}</ac:adf-parameter></ac:adf-attribute></ac:adf-node></ac:adf-extension>`;

const PAGE = `<p>Before</p>${macro('one')}<p>Between</p>${macro('two')}<p>After</p>`;

describe('keeping the configuration of a macro', () => {
  it('leaves the page the same when the same is saved again', () => {
    const once = saveConfig(PAGE, 'one', { layout: 'compact', parts: ['a', 'b'] }) ?? '';
    expect(once).toContain('compact');
    expect(saveConfig(once, 'one', { layout: 'compact', parts: ['a', 'b'] })).toBe(once);
  });

  it('puts what is saved last in place of what was there, and touches nothing around it', () => {
    const once = saveConfig(PAGE, 'one', { layout: 'compact', parts: ['a', 'b'] }) ?? '';
    expect(saveConfig(once, 'one', { layout: 'full' })).toBe(saveConfig(PAGE, 'one', { layout: 'full' }));
    expect(once.replace(/<ac:adf-extension>.*?<\/ac:adf-extension>/s, '')).toBe(PAGE.replace(macro('one'), ''));
  });

  it('knows no macro of another name', () => {
    expect(saveConfig(PAGE, 'three', {})).toBeUndefined();
    expect(saveConfig(PAGE, '', {})).toBeUndefined();
  });
});
