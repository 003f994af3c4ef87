import { describe, expect, it } from '@jest/globals';

import { adminStatus, openAdminTab } from '../../support/admin-page';
import type { Answers } from '../../support/answering-page';
import { say } from '../../support/say';
import { buttonNamed, buttonsNamed, fieldOf, press, retry, submit, type } from '../../support/ui-kit-actions';
import type { UiKitPage } from '../../support/ui-kit-host';
import { asDrawn, textOf } from '../../support/ui-kit-node';

const openPolicy = (answers: Answers = {}) => openAdminTab('policy', answers);

/** Presses the button of the only section with something to save. */
const save = async (page: UiKitPage) => {
  const [button, ...others] = buttonsNamed(page, say('admin.save')).filter(({ props }) => props['isDisabled'] !== true);
  if (button === undefined || others.length > 0) throw new Error('There is not one section to save.');
  await page.fire(button, 'onClick');
};

const nothingToSave = (page: UiKitPage): boolean =>
  buttonsNamed(page, say('admin.save')).every(({ props }) => props['isDisabled'] === true);

const pick = (page: UiKitPage, value: string) => page.fire(fieldOf(page, 'openers'), 'onChange', { target: { value } });

describe('PolicyTab', () => {
  it('has nothing to save before something is changed', async () => {
    const { page, calls } = await openPolicy();
    expect(nothingToSave(page)).toBe(true);
    expect(page.textContent()).not.toContain(say('admin.unsaved'));
    expect(calls).toHaveLength(1);
  });
});

describe('OpenersSection', () => {
  it('shows that a change is not saved, and saves it when it is told to', async () => {
    const { page, calls } = await openPolicy({ setPolicy: adminStatus({ optInBy: 'confluence-admins' }) });
    await pick(page, 'confluence-admins');
    expect(page.textContent()).toContain(say('admin.unsaved'));
    expect(calls).toHaveLength(1);
    await save(page);
    expect(calls.at(-1)).toEqual(['setPolicy', { optInBy: 'confluence-admins' }]);
    expect(page.textContent()).not.toContain(say('admin.unsaved'));
    expect(fieldOf(page, 'openers').props['value']).toBe('confluence-admins');
  });

  it('takes a change back', async () => {
    const { page, calls } = await openPolicy();
    await pick(page, 'confluence-admins');
    await press(page, say('admin.discard'));
    expect(fieldOf(page, 'openers').props['value']).toBe('space-admins');
    expect(page.textContent()).not.toContain(say('admin.unsaved'));
    await save(page);
    expect(calls).toHaveLength(1);
  });

  it('shows the old value and the reason when storage fails', async () => {
    const { page } = await openPolicy({ setPolicy: { refused: 'storage-unavailable' } });
    await pick(page, 'confluence-admins');
    await save(page);
    expect(fieldOf(page, 'openers').props['value']).toBe('space-admins');
    expect(textOf(page.find('SectionMessage'))).toContain(say('refusal.storage-unavailable'));
  });

  it('leaves the keyboard where it is when it has saved, and saves nothing twice', async () => {
    const { page, calls } = await openPolicy({ setPolicy: adminStatus({ optInBy: 'confluence-admins' }) });
    await pick(page, 'confluence-admins');
    const drawnBefore = buttonsNamed(page, say('admin.save')).map(asDrawn)[0];
    await save(page);
    expect(buttonsNamed(page, say('admin.save'))[0]?.props['isDisabled']).toBe(false);
    await save(page);
    if (drawnBefore !== undefined) await page.fire(drawnBefore, 'onClick');
    expect(calls.filter(([name]) => name === 'setPolicy')).toHaveLength(1);
  });

  it('takes no other change while one is saved', async () => {
    const { page } = await openPolicy({ setPolicy: () => new Promise(() => undefined) });
    await pick(page, 'confluence-admins');
    await save(page);
    expect(fieldOf(page, 'openers').props['isDisabled']).toBe(true);
    expect(fieldOf(page, 'max-results').props['isDisabled']).toBe(true);
    expect(fieldOf(page, 'pause').props['isDisabled']).toBe(true);
  });

  it('follows what another admin saved, unless it was touched', async () => {
    const { page } = await openPolicy({
      setLimits: adminStatus({ requestsPerMinute: 120, optInBy: 'confluence-admins' }),
    });
    await type(page, 'requests-per-minute', '120');
    await save(page);
    expect(fieldOf(page, 'openers').props['value']).toBe('confluence-admins');
  });
});

describe('CapsSection', () => {
  it('saves both numbers', async () => {
    const caps = { maxResults: 5, maxChars: 2000 };
    const { page, calls } = await openPolicy({ setPolicy: adminStatus({ caps }) });
    await type(page, 'max-results', '5');
    await type(page, 'max-chars', '2000');
    await save(page);
    expect(calls.at(-1)).toEqual(['setPolicy', { caps }]);
  });

  it.each([
    ['max-results', '0', '1', '25'],
    ['max-results', '26', '1', '25'],
    ['max-chars', '499', '500', '50,000'],
    ['max-chars', '50001', '500', '50,000'],
    ['max-chars', '', '500', '50,000'],
    ['max-chars', '1e3', '500', '50,000'],
    ['requests-per-minute', '6001', '0', '6,000'],
    ['requests-per-minute', '-1', '0', '6,000'],
    ['points-per-hour', '65001', '0', '65,000'],
    ['points-per-hour', '1.5', '0', '65,000'],
  ])('says what %s takes when %p is typed, and saves nothing', async (field, typed, min, max) => {
    const { page } = await openPolicy();
    await type(page, field, typed);
    expect(fieldOf(page, field).props['isInvalid']).toBe(true);
    expect(textOf(page.find('ErrorMessage'))).toBe(say('admin.wholeNumber', { min, max }));
    expect(nothingToSave(page)).toBe(true);
    expect(page.textContent()).toContain(say('admin.unsaved'));
  });
});

describe('LimitsSection', () => {
  it('sends only the number that was changed', async () => {
    const { page, calls } = await openPolicy({ setLimits: adminStatus({ pointsPerHour: 0 }) });
    await type(page, 'points-per-hour', '0');
    await save(page);
    expect(calls.at(-1)).toEqual(['setLimits', { pointsPerHour: 0 }]);
    expect(fieldOf(page, 'points-per-hour').props['value']).toBe('0');
  });

  it.each([
    ['requests-per-minute', '060'],
    ['points-per-hour', ' 5000 '],
    ['max-results', '025'],
    ['max-chars', '050000'],
  ])('takes %s for unchanged when %p is typed, which is the same number', async (field, typed) => {
    const { page } = await openPolicy();
    await type(page, field, typed);
    expect(page.textContent()).not.toContain(say('admin.unsaved'));
    expect(nothingToSave(page)).toBe(true);
  });

  it('leaves the number alone that another admin has changed since', async () => {
    const { page, calls } = await openPolicy({
      setPaused: adminStatus({ paused: true, pointsPerHour: 100 }),
      setLimits: adminStatus({ requestsPerMinute: 120, pointsPerHour: 100 }),
    });
    await type(page, 'requests-per-minute', '120');
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    await save(page);
    expect(calls.at(-1)).toEqual(['setLimits', { requestsPerMinute: 120 }]);
    expect(fieldOf(page, 'points-per-hour').props['value']).toBe('100');
  });

  it('saves what was typed to its end, when the button comes before that is drawn', async () => {
    const { page, calls } = await openPolicy({ setLimits: adminStatus() });
    await type(page, 'requests-per-minute', '12');
    const [, , , button] = buttonsNamed(page, say('admin.save')).map(asDrawn);
    await type(page, 'requests-per-minute', '120');
    if (button === undefined) throw new Error('There is no button.');
    await page.fire(button, 'onClick');
    expect(calls.at(-1)).toEqual(['setLimits', { requestsPerMinute: 120 }]);
  });

  it('shows the old number and the reason when another admin is changing it', async () => {
    const { page } = await openPolicy({
      setLimits: { ...adminStatus({ requestsPerMinute: 30 }), refused: 'busy' },
    });
    await type(page, 'requests-per-minute', '120');
    await save(page);
    expect(fieldOf(page, 'requests-per-minute').props['value']).toBe('30');
    expect(page.textContent()).toContain(say('refusal.busy'));
  });
});

describe('ExcludedSection', () => {
  const exclusions = { labels: ['internal'], trees: ['41'], blogPosts: false };
  /** The payload for a change of them. */
  const changed = (change: object) => ({ exclusions: { ...exclusions, ...change }, exclusionsFrom: exclusions });
  const page41 = { id: '41', title: 'Salaries', spaceKey: 'HR' };
  const page42 = { id: '42', title: 'Bonuses', spaceKey: 'HR' };
  const findPages = (payload: object) => ({ pages: 'ids' in payload ? [page41] : [page41, page42] });
  const open = (answers: Answers = {}) => openPolicy({ getStatus: adminStatus({ exclusions }), findPages, ...answers });

  it('shows what is excluded, pages by their titles', async () => {
    const { page, calls } = await open();
    expect(page.textContent()).toContain('In effect now: 1 label, 1 page tree.');
    expect(page.findAll('Tag').map(({ props }) => props['text'])).toEqual(['internal']);
    expect(page.textContent()).toContain('Salaries (HR)');
    expect(calls.at(-1)).toEqual(['findPages', { ids: ['41'] }]);
  });

  it('shows a page without a title by its id', async () => {
    const { page } = await open({ findPages: { pages: [] } });
    expect(page.textContent()).toContain(say('exclusions.treeUnnamed', { id: '41' }));
  });

  it('adds a label, spelled as the app keeps it, and takes one away', async () => {
    const { page, calls } = await open({ setPolicy: adminStatus() });
    await type(page, 'site-label', 'Draft');
    await submit(page, 'site-label');
    expect(fieldOf(page, 'site-label').props['value']).toBe('');
    const internal = page.findAll('Tag').find(({ props }) => props['text'] === 'internal');
    if (internal === undefined) throw new Error('The label is gone.');
    await page.fire(internal, 'onAfterRemoveAction', 'internal');
    await save(page);
    expect(calls.at(-1)).toEqual(['setPolicy', changed({ labels: ['draft'] })]);
  });

  it.each([
    ['two words', 'exclusions.labelInvalid'],
    ['a,b', 'exclusions.labelInvalid'],
    ['INTERNAL', 'exclusions.labelTwice'],
  ] as const)('does not add %p', async (typed, reason) => {
    const { page } = await open();
    await type(page, 'site-label', typed);
    expect(textOf(page.find('ErrorMessage'))).toBe(say(reason));
    await submit(page, 'site-label');
    expect(page.findAll('Tag')).toHaveLength(1);
  });

  it('takes twenty labels and no more', async () => {
    const labels = Array.from({ length: 20 }, (_, index) => `label-${String(index)}`);
    const { page } = await open({ getStatus: adminStatus({ exclusions: { ...exclusions, labels } }) });
    expect(fieldOf(page, 'site-label').props['isDisabled']).toBe(true);
    expect(page.textContent()).toContain(say('exclusions.full'));
  });

  it('finds pages by their titles, excludes one, and takes another out', async () => {
    const { page, calls } = await open({ setPolicy: adminStatus() });
    await type(page, 'site-tree', ' pay ');
    await submit(page, 'site-tree');
    expect(calls.at(-1)).toEqual(['findPages', { query: 'pay' }]);
    expect(page.textContent()).toContain('2 pages found.');
    // Salaries is excluded already.
    expect(buttonsNamed(page, say('exclusions.treeAdd', { title: 'Salaries' }))).toEqual([]);
    await press(page, say('exclusions.treeAdd', { title: 'Bonuses' }));
    await press(page, say('exclusions.treeRemove', { title: 'Salaries' }));
    await save(page);
    expect(calls.at(-1)).toEqual(['setPolicy', changed({ trees: ['42'] })]);
    // Their titles were known: nothing was asked again.
    expect(calls.filter(([name]) => name === 'findPages')).toHaveLength(2);
  });

  it('says that no page was found', async () => {
    const { page } = await open({ findPages: { pages: [] } });
    await type(page, 'site-tree', 'nowhere');
    await submit(page, 'site-tree');
    expect(page.textContent()).toContain(say('exclusions.treeNotFound'));
  });

  it('says why pages could not be looked up, and tries again', async () => {
    let isDown = true;
    const { page } = await open({
      findPages: (payload: object) =>
        isDown && 'query' in payload ? { refused: 'confluence-unavailable' } : findPages(payload),
    });
    await type(page, 'site-tree', 'pay');
    await submit(page, 'site-tree');
    expect(page.textContent()).toContain(say('exclusions.findFailed'));
    isDown = false;
    await retry(page);
    expect(page.textContent()).toContain('2 pages found.');
  });

  it('saves that blog posts stay closed', async () => {
    const { page, calls } = await open({ setPolicy: adminStatus({ exclusions: { ...exclusions, blogPosts: true } }) });
    await page.fire(page.find('Checkbox'), 'onChange', { target: { checked: true } });
    await save(page);
    expect(calls.at(-1)).toEqual(['setPolicy', changed({ blogPosts: true })]);
    expect(page.textContent()).toContain('In effect now: 1 label, 1 page tree, blog posts.');
  });

  it('makes each of several changes that are made before the first is drawn, and saves them all', async () => {
    const { page, calls } = await open({ setPolicy: adminStatus() });
    const tag = asDrawn(page.find('Tag'));
    const tree = asDrawn(buttonNamed(page, say('exclusions.treeRemove', { title: 'Salaries' })));
    await page.fire(page.find('Checkbox'), 'onChange', { target: { checked: true } });
    const [saveDrawnBefore] = buttonsNamed(page, say('admin.save'))
      .filter(({ props }) => props['isDisabled'] !== true)
      .map(asDrawn);
    await page.fire(tag, 'onAfterRemoveAction', 'internal');
    await page.fire(tree, 'onClick');
    if (saveDrawnBefore === undefined) throw new Error('There is nothing to save.');
    await page.fire(saveDrawnBefore, 'onClick');
    expect(calls.at(-1)).toEqual(['setPolicy', changed({ labels: [], trees: [], blogPosts: true })]);
  });

  it('says what the change was begun from, whatever another admin has saved since', async () => {
    const theirs = { ...exclusions, labels: ['internal', 'theirs'] };
    const { page, calls } = await open({
      setPaused: adminStatus({ paused: true, exclusions: theirs }),
      setPolicy: adminStatus({ exclusions: { ...theirs, blogPosts: true } }),
    });
    await page.fire(page.find('Checkbox'), 'onChange', { target: { checked: true } });
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    await save(page);
    expect(calls.at(-1)).toEqual(['setPolicy', changed({ blogPosts: true })]);
    expect(page.findAll('Tag').map(({ props }) => props['text'])).toEqual(['internal', 'theirs']);
  });

  it('keeps what was entered when there is no room for it, beside what is in effect', async () => {
    const { page } = await open({
      setPolicy: { ...adminStatus({ exclusions }), refused: 'too-many-exclusions' },
    });
    await type(page, 'site-label', 'draft');
    await submit(page, 'site-label');
    await save(page);
    expect(page.textContent()).toContain(say('refusal.too-many-exclusions'));
    expect(page.textContent()).toContain('In effect now: 1 label, 1 page tree.');
    expect(page.findAll('Tag').map(({ props }) => props['text'])).toEqual(['internal', 'draft']);
    expect(page.textContent()).toContain(say('admin.unsaved'));
    expect(buttonNamed(page, say('admin.discard'))).toBeDefined();
  });
});
