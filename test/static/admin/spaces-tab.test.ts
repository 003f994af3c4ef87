import { describe, expect, it } from '@jest/globals';

import { adminSpace, openAdminTab } from '../../support/admin-page';
import type { Answers } from '../../support/answering-page';
import { say } from '../../support/say';
import { buttonNamed, buttonsNamed, fieldOf, hasTable, press, retry, rowsOf, type } from '../../support/ui-kit-actions';
import type { UiKitPage } from '../../support/ui-kit-host';
import { textOf } from '../../support/ui-kit-node';

const TABLE = say('admin.spacesTable');
const NOTHING_UNSEEN = { spaces: [], cut: false };

/** Spaces in pages of a hundred, as `listSpaces` gives them. */
const inPages =
  (spaces: readonly unknown[]) =>
  ({ cursor = '0' }: { readonly cursor?: string }) => {
    const from = Number(cursor);
    const next = from + 100;
    return { spaces: spaces.slice(from, next), ...(next < spaces.length ? { nextCursor: String(next) } : {}) };
  };

const spaces = (count: number) => Array.from({ length: count }, (_, index) => adminSpace(index + 1));

const openSpaces = (listed: readonly unknown[], answers: Answers = {}) =>
  openAdminTab('spaces', { listSpaces: inPages(listed), listUnseenSpaces: NOTHING_UNSEEN, ...answers });

const namesIn = (page: UiKitPage) => page.findAll('Checkbox').map(({ props }) => props['label']);

const choose = (page: UiKitPage, id: string, value: string) => page.fire(fieldOf(page, id), 'onChange', { value });

describe('SpacesTab', () => {
  it('loads all spaces page by page, and shows twenty at a time', async () => {
    const { page, calls } = await openSpaces(spaces(300));
    await page.settle();
    expect(calls.filter(([name]) => name === 'listSpaces').map(([, payload]) => payload)).toEqual([
      {},
      { cursor: '100' },
      { cursor: '200' },
    ]);
    expect(page.textContent()).toContain('300 spaces that you may see.');
    expect(page.textContent()).toContain('1–20 of 300');
    expect(rowsOf(page, TABLE)).toHaveLength(20);
    expect(page.find('Pagination').props['pages']).toHaveLength(15);
  });

  it('goes to the page that was picked, and back to the first when the filter changes', async () => {
    const { page } = await openSpaces(spaces(45));
    const pick = page.find('Pagination').props['onChange'];
    if (typeof pick !== 'function') throw new Error('The pages cannot be picked.');
    await page.fire(
      { ...page.find('Pagination'), props: { go: () => void Reflect.apply(pick, undefined, [{}, 3]) } },
      'go',
    );
    expect(namesIn(page)).toEqual(['Space 41', 'Space 42', 'Space 43', 'Space 44', 'Space 45']);
    await type(page, 'filter-text', 'space');
    expect(namesIn(page)[0]).toBe('Space 1');
  });

  it('shows how many have come while it is loading, and lets nobody select all yet', async () => {
    const first = inPages(spaces(300));
    const { page } = await openSpaces([], {
      listSpaces: (payload: { readonly cursor?: string }) =>
        payload.cursor === '100' ? new Promise(() => undefined) : first(payload),
    });
    expect(page.textContent()).toContain('100 spaces loaded…');
    expect(page.find('ProgressBar').props['isIndeterminate']).toBe(true);
    expect(buttonNamed(page, 'Select all 100 spaces listed').props['isDisabled']).toBe(true);
  });

  it('keeps what was loaded when the next page fails, and goes on there', async () => {
    let isDown = true;
    const pages = inPages(spaces(150));
    const { page, calls } = await openSpaces([], {
      listSpaces: (payload: { readonly cursor?: string }) =>
        isDown && payload.cursor === '100' ? { refused: 'confluence-unavailable' } : pages(payload),
    });
    expect(page.textContent()).toContain(say('refusal.confluence-unavailable'));
    expect(page.textContent()).toContain('1–20 of 100');
    isDown = false;
    await retry(page);
    expect(calls.filter(([name]) => name === 'listSpaces').map(([, payload]) => payload)).toEqual([
      {},
      { cursor: '100' },
      { cursor: '100' },
    ]);
    expect(page.textContent()).toContain('1–20 of 150');
  });

  it('takes an answer that it does not understand for none', async () => {
    const { page } = await openSpaces([], { listSpaces: { spaces: [{ id: '1' }] } });
    expect(page.textContent()).toContain(say('common.noAnswer'));
  });

  it('says that there is no space', async () => {
    const { page } = await openSpaces([]);
    expect(page.textContent()).toContain(say('admin.spacesEmpty'));
    expect(hasTable(page, TABLE)).toBe(false);
  });

  it('shows state, who and when, and what stays closed', async () => {
    const { page } = await openSpaces([
      adminSpace(1, {
        open: true,
        optedInAt: '2026-05-03T08:00:00.000Z',
        optedInBy: 'anna',
        exclusions: { labels: ['a', 'b'], trees: ['9'], blogPosts: true },
      }),
      adminSpace(2, { archived: true }),
    ]);
    const [open, archived] = rowsOf(page, TABLE);
    expect(open).toEqual(['', 'S1', 'Open', 'May 3, 2026 ', '2 labels, 1 page tree, blog posts']);
    expect(page.findAll('User').map(({ props }) => props['accountId'])).toEqual(['anna']);
    expect(archived?.[2]).toBe('Closed Archived');
    expect(archived?.[4]).toBe(say('exclusions.none'));
  });

  it.each([
    ['text in a name', 'filter-text', 'SPACE 2', ['Space 2']],
    ['text in a key', 'filter-text', 's3', ['Space 3']],
    ['nothing', 'filter-text', 'nowhere', []],
  ])('filters by %s', async (_, field, typed, left) => {
    const { page } = await openSpaces(spaces(3));
    await type(page, field, typed);
    expect(namesIn(page)).toEqual(left);
    expect(page.textContent().includes(say('admin.spacesNoMatch'))).toBe(left.length === 0);
  });

  it.each([
    ['open', ['Beta']],
    ['closed', ['Alpha', 'Gamma']],
    ['archived', ['Gamma']],
    ['excluding', ['Alpha']],
    ['all', ['Alpha', 'Beta', 'Gamma']],
  ])('filters by the state %s', async (state, left) => {
    const { page } = await openSpaces([
      adminSpace(1, { name: 'Alpha', exclusions: { labels: [], trees: [], blogPosts: true } }),
      adminSpace(2, { name: 'Beta', open: true }),
      adminSpace(3, { name: 'Gamma', archived: true }),
    ]);
    await choose(page, 'filter-state', state);
    expect(namesIn(page)).toEqual(left);
  });

  it.each([
    ['name', ['alpha 2', 'Alpha 10', 'Beta']],
    ['key', ['Beta', 'Alpha 10', 'alpha 2']],
    ['open-first', ['Alpha 10', 'Beta', 'alpha 2']],
    ['newest', ['Beta', 'Alpha 10', 'alpha 2']],
  ])('sorts by %s', async (order, sorted) => {
    const { page } = await openSpaces([
      adminSpace(1, { name: 'Beta', key: 'A', open: true, optedInAt: '2026-05-03T08:00:00.000Z' }),
      adminSpace(2, { name: 'Alpha 10', key: 'B', open: true, optedInAt: '2026-05-02T08:00:00.000Z' }),
      adminSpace(3, { name: 'alpha 2', key: 'C' }),
    ]);
    await choose(page, 'sort-order', order);
    expect(namesIn(page)).toEqual(sorted);
  });
});

describe('UnseenSection', () => {
  const unseen = { spaces: [{ id: '90', key: 'GONE', optedInAt: '2026-05-03T08:00:00.000Z' }], cut: true };

  it('lists open spaces that the viewer does not see, and closes them', async () => {
    const { page, calls } = await openSpaces([], {
      listUnseenSpaces: { ...unseen, spaces: [...unseen.spaces, { id: '91', key: 'SECRET' }] },
      setSpaces: { spaces: [{ id: '90', open: false }] },
    });
    expect(page.textContent()).toContain(say('admin.unseenCut'));
    await press(page, 'Close GONE');
    expect(textOf(page.find('Modal'))).toContain('Close 1 space to Promptless?');
    await press(page, say('admin.bulkCloseConfirm'));
    expect(calls).toContainEqual(['setSpaces', { spaceIds: ['90'], enabled: false }]);
    expect(rowsOf(page, say('admin.unseenTable')).map(([key]) => key)).toEqual(['SECRET']);
  });

  it('closes all of them at once', async () => {
    const { page, calls } = await openSpaces([], {
      listUnseenSpaces: { spaces: [...unseen.spaces, { id: '91', key: 'SECRET' }], cut: false },
      setSpaces: {
        spaces: [
          { id: '90', open: false },
          { id: '91', open: false },
        ],
      },
    });
    await press(page, 'Close all 2 spaces');
    await press(page, say('admin.bulkCloseConfirm'));
    expect(calls).toContainEqual(['setSpaces', { spaceIds: ['90', '91'], enabled: false }]);
    expect(page.textContent()).not.toContain(say('admin.unseenHelp'));
  });

  it('is not there when there is none', async () => {
    const { page } = await openSpaces([]);
    expect(page.textContent()).not.toContain(say('admin.unseenTitle'));
    expect(buttonsNamed(page, 'Close all 0 spaces')).toEqual([]);
  });

  it('says why they could not be listed, and tries again', async () => {
    const answers = [{ refused: 'storage-unavailable' }, unseen];
    const { page } = await openSpaces([], { listUnseenSpaces: () => answers.shift() });
    expect(page.textContent()).toContain(say('admin.unseenFailed'));
    await retry(page);
    expect(page.textContent()).toContain('GONE');
  });
});
