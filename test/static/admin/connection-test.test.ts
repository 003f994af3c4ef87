import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

import { adminStatus, openAdminPage } from '../../support/admin-page';
import { say } from '../../support/say';
import { buttonNamed, fieldOf, retry, submit, type } from '../../support/ui-kit-actions';
import { textOf } from '../../support/ui-kit-node';

const found = {
  status: 200,
  keyId: '0123456789ab',
  results: 7,
  spacesSearched: 3,
  notes: [{ code: 'query_relaxed', message: 'In English.' }],
  confluenceCalls: 1,
  confluencePoints: 26,
  durationMs: 1412,
};

const codeBlocks = (page: { readonly findAll: (type: string) => readonly { readonly props: object }[] }) =>
  page.findAll('CodeBlock').map(({ props }) => String(Object.entries(props).find(([name]) => name === 'text')?.[1]));

describe('EndpointSection', () => {
  it('shows the address read-only', async () => {
    const { page } = await openAdminPage();
    expect(fieldOf(page, 'endpoint').props).toMatchObject({
      value: 'https://promptless.example/x1/search',
      isReadOnly: true,
    });
  });

  it('says so when the platform did not name the address, and shows no line for a shell', async () => {
    const { page } = await openAdminPage({ getStatus: { ...adminStatus(), webTriggerUrl: undefined } });
    expect(page.textContent()).toContain(say('admin.endpointMissing'));
    expect(codeBlocks(page).join('\n')).not.toContain('curl');
  });
});

describe('SnippetSection', () => {
  it('has the address and the newest key, and no secret', async () => {
    const { page } = await openAdminPage();
    expect(codeBlocks(page)[0]).toBe(
      'PROMPTLESS_CONFLUENCE_URL=https://promptless.example/x1/search\n' +
        'PROMPTLESS_CONFLUENCE_KEY_ID=0123456789ab\n' +
        `PROMPTLESS_CONFLUENCE_SECRET=<${say('admin.snippetSecret')}>`,
    );
  });
});

describe('CurlSection', () => {
  it('shows the example of the API document, for this site', async () => {
    const { page } = await openAdminPage();
    const example = /```sh\n(BODY=[\s\S]*?)\n```/.exec(readFileSync('docs/http-api.md', 'utf8'))?.[1] ?? 'none';
    expect(codeBlocks(page).at(-1)).toBe(`URL='https://promptless.example/x1/search'\n${example}`);
  });

  it('leaves no way out of the quotes around the address', async () => {
    const { page } = await openAdminPage({ getStatus: adminStatus({ webTriggerUrl: "https://a.example/'$(id)" }) });
    expect(codeBlocks(page).at(-1)).toContain("URL='https://a.example/%27$(id)'\n");
  });
});

describe('TestSearchSection', () => {
  it('sends what was typed, and shows the figures and notes in the language of the viewer', async () => {
    const { page, calls } = await openAdminPage({ sendTestSearch: found }, { locale: 'de-DE' });
    await type(page, 'test-query', ' zebra ');
    await submit(page, 'test-query');
    expect(calls.slice(1)).toEqual([['sendTestSearch', { query: 'zebra' }]]);
    const message = textOf(page.find('SectionMessage'));
    expect(message).toContain('Beantwortet: 7 Seiten gefunden');
    expect(message).toContain('HTTP 200 in 1.412 ms');
    expect(message).toContain(say('note.query_relaxed', {}, 'de-DE'));
    expect(message).not.toContain('In English.');
  });

  it('says why Promptless would be refused', async () => {
    const { page } = await openAdminPage({
      sendTestSearch: { ...found, status: 403, code: 'access_paused', results: 0, notes: [] },
    });
    await type(page, 'test-query', 'zebra');
    await submit(page, 'test-query');
    expect(page.find('SectionMessage').props).toMatchObject({
      appearance: 'warning',
      title: say('admin.testRefusedTitle', { status: 403 }),
    });
    expect(textOf(page.find('SectionMessage'))).toContain(say('admin.cause-access_paused'));
  });

  it('shows a code that it does not know as it is', async () => {
    const { page } = await openAdminPage({ sendTestSearch: { ...found, status: 418, code: 'toString' } });
    await type(page, 'test-query', 'zebra');
    await submit(page, 'test-query');
    expect(textOf(page.find('SectionMessage'))).toContain('toString');
  });

  it('says that the network has no part in it', async () => {
    const { page } = await openAdminPage();
    expect(page.textContent()).toContain(say('admin.testHelp'));
  });

  it('says why it was not sent, and sends it again', async () => {
    const answers = [{ refused: 'no-key' }, found];
    const { page } = await openAdminPage({ sendTestSearch: () => answers.shift() });
    await type(page, 'test-query', 'zebra');
    await submit(page, 'test-query');
    expect(textOf(page.find('SectionMessage'))).toContain(say('refusal.no-key'));
    await retry(page);
    expect(textOf(page.find('SectionMessage'))).toContain('7 pages found');
  });

  it.each([
    ['a figure is missing', { ...found, results: undefined }],
    ['a note is unknown', { ...found, notes: [{ code: 'new', message: '' }] }],
  ])('takes it for no answer when %s', async (_, sendTestSearch) => {
    const { page } = await openAdminPage({ sendTestSearch });
    await type(page, 'test-query', 'zebra');
    await submit(page, 'test-query');
    expect(textOf(page.find('SectionMessage'))).toContain(say('common.noAnswer'));
  });

  it('does not say that it was not sent when there was no answer', async () => {
    const { page } = await openAdminPage({ sendTestSearch: new Error('the answer was lost') });
    await type(page, 'test-query', 'zebra');
    await submit(page, 'test-query');
    expect(page.find('SectionMessage').props['title']).toBe(say('admin.testUnsure'));
  });

  it('sends nothing without a word, by Enter neither', async () => {
    const { page, calls } = await openAdminPage();
    await type(page, 'test-query', '  ');
    expect(buttonNamed(page, say('admin.testSend')).props['isDisabled']).toBe(true);
    await submit(page, 'test-query');
    expect(calls).toHaveLength(1);
  });
});
