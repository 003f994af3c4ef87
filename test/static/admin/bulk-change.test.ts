import { describe, expect, it } from '@jest/globals';

import { adminSpace, adminStatus, openAdminTab } from '../../support/admin-page';
import { say } from '../../support/say';
import { buttonNamed, fieldOf, press, rowsOf } from '../../support/ui-kit-actions';
import type { UiKitPage } from '../../support/ui-kit-host';
import { asDrawn, textOf } from '../../support/ui-kit-node';

type Payload = { readonly spaceIds: readonly string[]; readonly enabled: boolean };

const AT = '2026-06-01T08:00:00.000Z';
const TABLE = say('admin.spacesTable');

const accepted = ({ spaceIds, enabled }: Payload) => ({
  spaces: spaceIds.map((id) => ({ id, open: enabled, ...(enabled ? { optedInAt: AT } : {}) })),
});

/** The tab with that many closed spaces, besides those given. */
const openTab = (count: number, setSpaces: unknown, others: readonly unknown[] = []) => {
  const spaces = [...Array.from({ length: count }, (_, index) => adminSpace(index + 1)), ...others];
  return openAdminTab('spaces', { listSpaces: { spaces }, listUnseenSpaces: { spaces: [], cut: false }, setSpaces });
};

const sentIn = (calls: readonly (readonly [string, unknown])[]) =>
  calls.filter(([name]) => name === 'setSpaces').map(([, payload]) => payload);

const openAll = async (page: UiKitPage, count: number) => {
  await press(page, `Select all ${String(count)} spaces listed`);
  await press(page, `Open (${String(count)})`);
  await press(page, say('admin.bulkOpenConfirm'));
};

const openAllOne = async (page: UiKitPage) => {
  await press(page, 'Select 1 space listed');
  await press(page, 'Open (1)');
  await press(page, say('admin.bulkOpenConfirm'));
};

const settleFor = async (page: UiKitPage, turns: number) => {
  for (let turn = 0; turn < turns; turn += 1) await page.settle();
};

describe('useBulkChange', () => {
  it('opens 300 spaces twenty at a time, and shows them as open', async () => {
    const { page, calls } = await openTab(300, accepted);
    await openAll(page, 300);
    await settleFor(page, 15);
    expect(sentIn(calls)).toHaveLength(15);
    expect(new Set(calls.flatMap(([, payload]) => (isPayload(payload) ? payload.spaceIds : []))).size).toBe(300);
    expect(page.find('SectionMessage').props).toMatchObject({ appearance: 'success', title: '300 spaces opened' });
    expect(rowsOf(page, TABLE).map(([, , state]) => state)).toEqual(Array.from({ length: 20 }, () => 'Open'));
    // The sentence above the tabs counts them.
    expect(calls.at(-1)).toEqual(['getStatus', undefined]);
  });

  it('sends each space once when a button is pressed twice before that is drawn', async () => {
    let isBusy = true;
    const { page, calls } = await openTab(1, (payload: Payload) => (isBusy ? { refused: 'busy' } : accepted(payload)));
    await press(page, 'Select 1 space listed');
    await press(page, 'Open (1)');
    const confirm = asDrawn(buttonNamed(page, say('admin.bulkOpenConfirm')));
    await page.fire(confirm, 'onClick');
    await page.fire(confirm, 'onClick');
    expect(sentIn(calls)).toHaveLength(1);
    isBusy = false;
    const retry = asDrawn(buttonNamed(page, 'Try 1 space again'));
    await page.fire(retry, 'onClick');
    await page.fire(retry, 'onClick');
    expect(sentIn(calls)).toHaveLength(2);
    expect(page.find('SectionMessage').props['title']).toBe('1 space opened');
  });

  it('says how many, which, and what it means, before anything is sent', async () => {
    const { page, calls } = await openTab(12, accepted);
    await press(page, 'Select all 12 spaces listed');
    await press(page, 'Open (12)');
    const text = textOf(page.find('Modal'));
    expect(text).toContain('Open 12 spaces to Promptless?');
    expect(text).toContain(say('admin.bulkOpenMeans'));
    expect(text).toContain('Space 1, Space 2');
    expect(text).toContain('and 2 more');
    await press(page, say('admin.cancel'));
    expect(page.findAll('Modal')).toEqual([]);
    expect(sentIn(calls)).toEqual([]);
  });

  it('sends only what would change, and tells of archived spaces', async () => {
    const { page, calls } = await openTab(1, accepted, [
      adminSpace(2, { open: true }),
      adminSpace(3, { archived: true }),
      adminSpace(4, { archived: true, open: true }),
    ]);
    await press(page, 'Select all 4 spaces listed');
    await press(page, 'Open (1)');
    expect(textOf(page.find('Modal'))).toContain('1 archived space of the selection stays closed.');
    await press(page, say('admin.bulkOpenConfirm'));
    await press(page, 'Close (3)');
    expect(textOf(page.find('Modal'))).toContain(say('admin.bulkCloseMeans'));
    await press(page, say('admin.bulkCloseConfirm'));
    expect(sentIn(calls)).toEqual([
      { spaceIds: ['1'], enabled: true },
      { spaceIds: ['1', '2', '4'], enabled: false },
    ]);
  });

  it('changes nothing that the filter hides', async () => {
    const { page, calls } = await openTab(3, accepted);
    await press(page, 'Select all 3 spaces listed');
    await page.fire(fieldOf(page, 'filter-text'), 'onChange', { target: { value: 'Space 2' } });
    expect(page.textContent()).toContain('1 space selected');
    await press(page, 'Open (1)');
    await press(page, say('admin.bulkOpenConfirm'));
    expect(sentIn(calls)).toEqual([{ spaceIds: ['2'], enabled: true }]);
  });

  it('selects and deselects one space, and clears the selection', async () => {
    const { page } = await openTab(2, accepted);
    const toggleFirst = () => page.fire(page.findAll('Checkbox')[0] ?? page.find('Checkbox'), 'onChange', {});
    await toggleFirst();
    expect(page.textContent()).toContain('1 space selected');
    await toggleFirst();
    expect(page.textContent()).toContain('0 spaces selected');
    await toggleFirst();
    await press(page, say('admin.selectNone'));
    expect(page.textContent()).toContain('0 spaces selected');
    expect(buttonNamed(page, 'Open (0)').props['isDisabled']).toBe(true);
  });

  it('shows how far it is, takes no other change meanwhile, and stops when it is told to', async () => {
    const waiting: (() => void)[] = [];
    const { page, calls } = await openTab(
      60,
      (payload: Payload) =>
        new Promise((resolve) => {
          waiting.push(() => {
            resolve(accepted(payload));
          });
        }),
    );
    await openAll(page, 60);
    waiting.shift()?.();
    await page.settle();
    expect(page.textContent()).toContain('Opening: 20 of 60 spaces');
    expect(page.find('ProgressBar').props['value']).toBeCloseTo(1 / 3);
    expect(buttonNamed(page, 'Close (20)').props['isDisabled']).toBe(true);
    await press(page, say('admin.bulkStop'));
    expect(page.textContent()).toContain(say('admin.bulkStopping'));
    waiting.shift()?.();
    await page.settle();
    expect(sentIn(calls)).toHaveLength(2);
    expect(page.find('SectionMessage').props['title']).toBe('40 spaces opened');
    expect(page.textContent()).toContain('20 spaces were not tried.');
  });

  it('lists each failure with its reason, and tries those again', async () => {
    let isBusy = true;
    const { page, calls } = await openTab(25, (payload: Payload) => ({
      spaces: accepted(payload).spaces.map((space) =>
        isBusy && space.id === '7' ? { id: '7', open: false, refused: 'busy' } : space,
      ),
    }));
    await openAll(page, 25);
    await page.settle();
    const message = page.find('SectionMessage');
    expect(message.props).toMatchObject({ appearance: 'warning', title: '24 spaces opened' });
    expect(textOf(message)).toContain(`Space 7: ${say('refusal.busy')}`);
    isBusy = false;
    await press(page, 'Try 1 space again');
    expect(sentIn(calls).at(-1)).toEqual({ spaceIds: ['7'], enabled: true });
    expect(page.find('SectionMessage').props['title']).toBe('1 space opened');
    await press(page, say('admin.bulkDismiss'));
    expect(page.findAll('SectionMessage')).toEqual([]);
  });

  it('goes on after one refusal of all, and ends after two running', async () => {
    const answers: unknown[] = [{ refused: 'storage-unavailable' }, accepted, new Error('down'), { refused: 'busy' }];
    const { page, calls } = await openTab(100, (payload: Payload) => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? accepted(payload) : answer;
    });
    await openAll(page, 100);
    await settleFor(page, 4);
    expect(sentIn(calls)).toHaveLength(4);
    const text = textOf(page.find('SectionMessage'));
    expect(text).toContain('60 spaces could not be changed');
    expect(text).toContain(say('common.noAnswer'));
    expect(text).toContain('and 10 more');
    expect(text).toContain('20 spaces were not tried.');
    expect(buttonNamed(page, 'Try 80 spaces again')).toBeDefined();
  });

  it('takes a space that the answer leaves out for one that failed', async () => {
    const { page } = await openTab(2, { spaces: [{ id: '1', open: true, optedInAt: AT }] });
    await openAll(page, 2);
    expect(textOf(page.find('SectionMessage'))).toContain(`Space 2: ${say('common.noAnswer')}`);
  });

  it('leaves a space as it was, since when it is open included, that could not be closed', async () => {
    const optedIn = { open: true, optedInAt: AT, optedInBy: 'noah' };
    const answer = { spaces: [{ id: '7', open: true, refused: 'busy' }] };
    const { page } = await openTab(0, answer, [adminSpace(7, optedIn)]);
    const before = rowsOf(page, TABLE);
    await press(page, 'Select 1 space listed');
    await press(page, 'Close (1)');
    await press(page, say('admin.bulkCloseConfirm'));
    expect(textOf(page.find('SectionMessage'))).toContain(say('refusal.busy'));
    expect(rowsOf(page, TABLE)).toEqual(before);
  });

  it('names nobody as who opened a space, since it may have been another admin', async () => {
    const { page } = await openTab(1, accepted);
    await openAllOne(page);
    expect(rowsOf(page, TABLE)[0]?.[3]).toContain('June 1, 2026');
    expect(page.findAll('User')).toEqual([]);
  });

  it('counts in the sentence above the tabs what is open afterwards', async () => {
    const statuses = [adminStatus({ spacesOptedIn: 0 }), adminStatus({ spacesOptedIn: 1 })];
    const { page } = await openAdminTab('spaces', {
      getStatus: () => statuses.shift(),
      listSpaces: { spaces: [adminSpace(1)] },
      listUnseenSpaces: { spaces: [], cut: false },
      setSpaces: accepted,
    });
    await openAllOne(page);
    expect(page.textContent()).toContain('1 space is open to Promptless.');
  });
});

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && 'spaceIds' in value && Array.isArray(value.spaceIds);
