import { describe, expect, it } from '@jest/globals';

import { openAdminTab } from '../../support/admin-page';
import type { Answers } from '../../support/answering-page';
import { say } from '../../support/say';
import { buttonNamed, buttonsNamed, fieldOf, hasTable, press, retry, rowsOf } from '../../support/ui-kit-actions';

const TABLE = say('admin.auditTable');

const records = [
  { at: '2026-06-01T08:00:00.000Z', event: 'space-opened', by: 'anna', spaceId: '10' },
  { at: '2026-05-31T08:00:00.000Z', event: 'request-refused', keyId: '0123456789ab', cause: 'rate_limited' },
  { at: '2026-05-30T08:00:00.000Z', event: 'content-held-back', keyId: '0123456789ab', count: 1200 },
  { at: '2026-05-29T08:00:00.000Z', event: 'space-closed', by: 'ben', spaceId: '11' },
  { at: '2026-05-28T08:00:00.000Z', event: 'made-up-later', cause: 'constructor' },
];

const openActivity = async (answers: Answers = {}) => {
  const opened = await openAdminTab('activity', {
    getActivity: { days: [] },
    getAudit: { records, unreadable: 0 },
    describeSpaces: { spaces: [{ id: '10', key: 'ENG', name: 'Engineering' }] },
    ...answers,
  });
  await opened.page.settle();
  return opened;
};

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('SearchesSection', () => {
  it('draws the searches of thirty days, and says them in words', async () => {
    const { page } = await openActivity({
      getActivity: {
        days: [
          { day: daysAgo(1), searches: 5 },
          { day: daysAgo(3), searches: 7 },
        ],
      },
    });
    const data = page.find('BarChart').props['data'];
    expect(data).toHaveLength(30);
    expect(JSON.stringify(data)).toMatch(/,7\],\[[^\]]*,0\],\[[^\]]*,5\],/);
    expect(page.textContent()).toContain('12 searches in the last 30 days');
    expect(page.textContent()).toContain(', with 7.');
  });

  it('shows each day in a table when that is wanted', async () => {
    const { page } = await openActivity({
      getActivity: {
        days: [
          { day: daysAgo(1), searches: 5 },
          { day: daysAgo(3), searches: 7 },
        ],
      },
    });
    await press(page, say('searches.showTable'));
    expect(rowsOf(page, say('searches.title')).map(([, searches]) => searches)).toEqual(['5', '7']);
    await press(page, say('searches.hideTable'));
    expect(hasTable(page, say('searches.title'))).toBe(false);
  });

  it('says that there was no search', async () => {
    const { page } = await openActivity();
    expect(page.textContent()).toContain(say('searches.none'));
    expect(page.findAll('BarChart')).toEqual([]);
  });

  it('says why there is nothing to show, and tries again', async () => {
    const answers = [{ refused: 'storage-unavailable' }, { days: [{ day: daysAgo(0), searches: 1 }] }];
    const { page } = await openActivity({ getActivity: () => answers.shift() });
    expect(page.textContent()).toContain(say('admin.activityFailed'));
    await retry(page);
    expect(page.textContent()).toContain('1 search in the last 30 days.');
  });
});

describe('AuditSection', () => {
  it('says what was done in words, with names of spaces where the viewer may see them', async () => {
    const { page, calls } = await openActivity();
    const rows = rowsOf(page, TABLE).map(([, ...cells]) => cells);
    const promptless = say('admin.auditPromptless');
    expect(rows).toEqual([
      ['Space opened', '', 'Engineering', '', '', ''],
      ['Request refused', promptless, '', '0123456789ab', say('admin.cause-rate_limited'), ''],
      ['Excluded content held back', promptless, '', '0123456789ab', '', '1,200'],
      ['Space closed', '', '11', '', '', ''],
      ['made-up-later', promptless, '', '', 'constructor', ''],
    ]);
    expect(page.findAll('User').map(({ props }) => props['accountId'])).toEqual(['anna', 'ben']);
    expect(calls.filter(([name]) => name === 'describeSpaces')).toEqual([['describeSpaces', { ids: ['10', '11'] }]]);
  });

  it('says that the last seconds may be missing', async () => {
    const { page } = await openActivity();
    expect(page.textContent()).toContain(say('admin.auditHelp'));
  });

  it('loads more where the last page ended, and asks for new names only', async () => {
    const { page, calls } = await openActivity({
      getAudit: ({ cursor }: { cursor?: string }) =>
        cursor === undefined
          ? { records: records.slice(0, 1), unreadable: 1, nextCursor: 'next' }
          : { records: records.slice(3), unreadable: 2 },
    });
    expect(page.textContent()).toContain('1 record cannot be read');
    await press(page, say('admin.auditMore'));
    expect(calls).toContainEqual(['getAudit', { cursor: 'next' }]);
    expect(rowsOf(page, TABLE)).toHaveLength(3);
    expect(page.textContent()).toContain('3 records cannot be read');
    expect(buttonsNamed(page, say('admin.auditMore'))).toEqual([]);
    expect(calls.at(-1)).toEqual(['describeSpaces', { ids: ['11'] }]);
  });

  it('keeps what was loaded when more cannot be loaded, and tries that again', async () => {
    const answers = [
      { records: records.slice(0, 1), unreadable: 0, nextCursor: 'next' },
      { refused: 'storage-unavailable' },
      { records: records.slice(3), unreadable: 0 },
    ];
    const { page, calls } = await openActivity({ getAudit: () => answers.shift() });
    await press(page, say('admin.auditMore'));
    expect(page.textContent()).toContain(say('admin.auditFailed'));
    expect(rowsOf(page, TABLE)).toHaveLength(1);
    await retry(page);
    expect(calls.filter(([name]) => name === 'getAudit').at(-1)).toEqual(['getAudit', { cursor: 'next' }]);
    expect(rowsOf(page, TABLE)).toHaveLength(3);
  });

  it('begins anew when it is refreshed, and shows the rows until then', async () => {
    const answers: unknown[] = [{ records, unreadable: 0 }, new Promise(() => undefined)];
    const { page } = await openActivity({ getAudit: () => answers.shift() });
    await press(page, say('admin.auditRefresh'));
    expect(rowsOf(page, TABLE)).toHaveLength(5);
    expect(buttonNamed(page, say('admin.auditRefresh')).props['isDisabled']).toBe(true);
  });

  it('says that nothing was recorded', async () => {
    const { page } = await openActivity({ getAudit: { records: [], unreadable: 0 } });
    expect(page.textContent()).toContain(say('admin.auditEmpty'));
    expect(hasTable(page, TABLE)).toBe(false);
  });

  it('shows ids when names cannot be told', async () => {
    const { page } = await openActivity({ describeSpaces: { refused: 'confluence-unavailable' } });
    expect(rowsOf(page, TABLE)[0]?.[3]).toBe('10');
  });

  it('takes rows that it does not understand for no answer', async () => {
    const { page } = await openActivity({
      getAudit: { records: [{ at: 'yesterday', event: 'paused' }], unreadable: 0 },
    });
    expect(page.textContent()).toContain(say('common.noAnswer'));
  });
});

describe('CsvSection', () => {
  it('shows the rows to be copied, and whether there are more', async () => {
    const { page, calls } = await openActivity({
      getAuditCsv: ({ cursor }: { cursor?: string }) =>
        cursor === undefined
          ? { csv: 'at,event\r\n1,a\r\n', cut: true, nextCursor: 'next' }
          : { csv: 'at,event\r\n2,b\r\n', cut: false },
    });
    await press(page, say('admin.csvShow'));
    expect(fieldOf(page, 'csv').props).toMatchObject({ value: 'at,event\r\n1,a\r\n', isReadOnly: true });
    expect(page.textContent()).toContain(say('admin.csvCut'));
    await press(page, say('admin.csvNext'));
    expect(calls.at(-1)).toEqual(['getAuditCsv', { cursor: 'next' }]);
    expect(fieldOf(page, 'csv').props['value']).toBe('at,event\r\n2,b\r\n');
    expect(page.textContent()).toContain(say('admin.csvLabel', { part: 2 }));
    expect(page.textContent()).toContain(say('admin.csvAll'));
    expect(buttonsNamed(page, say('admin.csvNext'))).toEqual([]);
  });

  it('says why there are no rows, and tries again', async () => {
    const answers = [{ refused: 'storage-unavailable' }, { csv: 'at', cut: false }];
    const { page } = await openActivity({ getAuditCsv: () => answers.shift() });
    await press(page, say('admin.csvShow'));
    expect(page.textContent()).toContain(say('admin.csvFailed'));
    await retry(page);
    expect(fieldOf(page, 'csv').props['value']).toBe('at');
  });
});
