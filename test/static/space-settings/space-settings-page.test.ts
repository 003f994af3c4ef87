import { describe, expect, it } from '@jest/globals';

import { openAnsweringPage, type Answers } from '../../support/answering-page';
import { say } from '../../support/say';
import { OPENED, NOTHING_EXCLUDED, spaceAccess, spaceDetails, spaceSettings } from '../../support/space-access';
import { buttonNamed, buttonsNamed, fieldOf, formOf, press, retry, submit, type } from '../../support/ui-kit-actions';
import type { PageOptions, UiKitPage } from '../../support/ui-kit-host';
import { asDrawn, textOf } from '../../support/ui-kit-node';

const show = (answers: Answers = {}, options: PageOptions = {}) =>
  openAnsweringPage('static/space-settings/index.tsx', { getSpaceAccess: spaceSettings(), ...answers }, options);

const toggle = (page: UiKitPage): Promise<void> => page.fire(page.find('Toggle'), 'onChange');
const open = async (page: UiKitPage): Promise<void> => {
  await toggle(page);
  await press(page, say('access.confirm'));
};
const isOn = (page: UiKitPage): unknown => page.find('Toggle').props['isChecked'];
const messagesOf = (page: UiKitPage) => page.findAll('SectionMessage').map(textOf);
/** Answers one after the other, the last again and again. */
const inTurn = (...answers: readonly unknown[]) => {
  let next = 0;
  return (): unknown => answers[Math.min(next++, answers.length - 1)];
};
const never = (): Promise<never> => new Promise(() => undefined);
const OPENER = { optedInBy: 'maya' };

describe('SpaceSettingsPage', () => {
  it('says of a closed space that it is closed, and what the toggle does', async () => {
    const { page } = await show();
    expect(page.find('Lozenge').props['appearance']).toBe('default');
    expect(page.textContent()).toContain(say('access.closed'));
    expect(page.textContent()).toContain(say('access.toggleHelpClosed'));
    expect(page.find('Toggle').props).toMatchObject({ isChecked: false, isDisabled: false });
  });

  it('says of an open space since when, and who opened it', async () => {
    const { page } = await show({ getSpaceAccess: spaceSettings(OPENED, OPENER) });
    expect(page.textContent()).toContain('opened on May 3, 2026');
    expect(page.find('User').props['accountId']).toBe('maya');
    expect(isOn(page)).toBe(true);
  });

  it("writes in the viewer's language, days as well", async () => {
    const { page } = await show({ getSpaceAccess: spaceSettings(OPENED, OPENER) }, { locale: 'de-DE' });
    expect(page.textContent()).toContain('geöffnet am 3. Mai 2026');
    expect(page.textContent()).toContain(say('access.toggleHelpOpen', {}, 'de-DE'));
  });

  it('says what opening means before it opens anything', async () => {
    const details = {
      exclusions: { ...NOTHING_EXCLUDED, labels: ['draft'] },
      siteExclusions: { labels: ['secret', 'draft'], trees: ['7'], blogPosts: true },
    };
    const { page, calls } = await show({ getSpaceAccess: spaceSettings({}, details), findPages: { pages: [] } });
    await toggle(page);
    const said = textOf(page.find('Modal'));
    expect(said).toContain(say('access.readsPages'));
    expect(said).toContain(say('access.exceptLabels', { labels: 'draft, secret' }));
    expect(said).toContain(say('access.exceptTrees_one'));
    for (const key of ['neverRestricted', 'neverSpaces', 'neverDrafts', 'readersText'] as const) {
      expect(said).toContain(say(`access.${key}`));
    }
    expect(calls.map(([name]) => name)).not.toContain('setSpaceAccess');
    await press(page, say('access.cancel'));
    expect(page.findAll('Modal')).toEqual([]);
    expect(isOn(page)).toBe(false);
  });

  it('opens the space when that is confirmed, and then tells who opened it', async () => {
    const { page, calls } = await show({
      getSpaceAccess: inTurn(spaceSettings(), spaceSettings(OPENED, OPENER)),
      setSpaceAccess: spaceAccess(OPENED),
    });
    await open(page);
    await page.settle();
    expect(calls[1]).toEqual(['setSpaceAccess', { enabled: true }]);
    expect(isOn(page)).toBe(true);
    expect(page.find('User').props['accountId']).toBe('maya');
  });

  it('closes the space without asking', async () => {
    const { page, calls } = await show({
      getSpaceAccess: inTurn(spaceSettings(OPENED, OPENER), spaceSettings()),
      setSpaceAccess: spaceAccess(),
    });
    await toggle(page);
    await page.settle();
    expect(calls[1]).toEqual(['setSpaceAccess', { enabled: false }]);
    expect(isOn(page)).toBe(false);
  });

  it('shows what is wanted while it is being done, and does nothing else meanwhile', async () => {
    const { page, calls } = await show({ setSpaceAccess: never });
    await open(page);
    expect(isOn(page)).toBe(true);
    expect(page.textContent()).toContain(say('access.opening'));
    await toggle(page);
    expect(calls.filter(([name]) => name === 'setSpaceAccess')).toHaveLength(1);
  });

  it.each([
    ['it is refused', spaceAccess({ refused: 'busy' }), 'refusal.busy', 'common.failedTitle'],
    ['storage fails', { refused: 'storage-unavailable' }, 'refusal.storage-unavailable', 'common.unsureTitle'],
    ['the app throws', new Error('boom'), 'common.noAnswer', 'common.unsureTitle'],
    ['the answer is of another shape', { enabled: 'yes' }, 'common.noAnswer', 'common.unsureTitle'],
  ] as const)('shows the old value again, and why, when %s', async (_, answer, why, title) => {
    const { page } = await show({ setSpaceAccess: answer });
    await open(page);
    await page.settle();
    expect(isOn(page)).toBe(false);
    const message = page.find('SectionMessage');
    expect(message.props).toMatchObject({ appearance: 'error', title: say(title) });
    expect(textOf(message)).toContain(say(why));
  });

  it('shows how the space stands after a change that got no answer', async () => {
    const { page } = await show({
      getSpaceAccess: inTurn(spaceSettings(), spaceSettings(OPENED)),
      setSpaceAccess: new Error('the answer was lost'),
    });
    await open(page);
    await page.settle();
    expect(isOn(page)).toBe(true);
    expect(textOf(page.find('SectionMessage'))).toContain(say('common.unsureTitle'));
  });

  it('lets who does not administer the space look, and says whom to ask', async () => {
    const looking = { ...spaceAccess({ mayChange: false, mayOpen: false, mayNotOpen: 'not-space-admin' }) };
    const { page } = await show({ getSpaceAccess: { ...looking, ownerAccountId: 'otto' } });
    expect(page.findAll('Toggle')).toEqual([]);
    expect(page.textContent()).toContain(say('access.askOwner'));
    expect(page.find('User').props['accountId']).toBe('otto');
    expect(page.textContent()).not.toContain(say('spaceSettings.exclusionsTitle'));
    const { page: ownerless } = await show({ getSpaceAccess: looking });
    expect(ownerless.textContent()).toContain(say('access.askAdmins'));
  });

  it.each([
    ['paused', { ...OPENED, paused: true }, {}, 'access.pausedHelp', 'access.paused'],
    ['blocked', OPENED, { blocked: true }, 'access.blockedHelp', 'access.blocked'],
    ['archived', { ...OPENED, archived: true }, {}, 'refusal.space-archived', 'access.archived'],
  ] as const)('says of an open space that it is %s', async (_, access, details, why, sentence) => {
    const { page } = await show({ getSpaceAccess: spaceSettings(access, details) });
    expect(page.find('SectionMessage').props['appearance']).toBe('warning');
    expect(messagesOf(page).join()).toContain(say(why));
    expect(page.textContent()).toContain(say(sentence));
    expect(page.textContent()).not.toContain(say('access.open'));
  });

  it.each([
    ['the policy of the site forbids it', { mayNotOpen: 'opt-in-forbidden' }, 'access.forbiddenTitle'],
    ['it is archived', { mayNotOpen: 'space-archived', archived: true }, 'access.archivedTitle'],
  ] as const)('cannot open a closed space when %s, and says so', async (_, access, title) => {
    const { mayNotOpen } = access;
    const { page } = await show({ getSpaceAccess: spaceSettings({ mayOpen: false, ...access }) });
    expect(page.find('Toggle').props['isDisabled']).toBe(true);
    expect(page.find('SectionMessage').props['title']).toBe(say(title));
    expect(textOf(page.find('SectionMessage'))).toContain(say(`refusal.${mayNotOpen}`));
    expect(page.textContent()).not.toContain(say('access.toggleHelpClosed'));
  });

  it('lets an admin try to open where Confluence did not say whether they may, and says what it said then', async () => {
    const access = spaceSettings({ mayOpen: false, mayNotOpen: 'confluence-unavailable' });
    const { page } = await show({
      getSpaceAccess: access,
      setSpaceAccess: { ...access, refused: 'confluence-unavailable' },
    });
    expect(page.findAll('SectionMessage')).toEqual([]);
    expect(page.find('Toggle').props['isDisabled']).toBe(false);
    await toggle(page);
    await press(page, say('access.confirm'));
    await page.settle();
    expect(textOf(page.find('SectionMessage'))).toContain(say('refusal.confluence-unavailable'));
    expect(page.find('Toggle').props['isDisabled']).toBe(false);
  });

  it('says why nothing could be loaded, and loads when told to', async () => {
    const { page } = await show({ getSpaceAccess: inTurn({ refused: 'confluence-unavailable' }, spaceSettings()) });
    expect(page.find('SectionMessage').props['title']).toBe(say('common.notLoadedTitle'));
    expect(page.textContent()).toContain(say('refusal.confluence-unavailable'));
    expect(page.findAll('Toggle')).toEqual([]);
    await retry(page);
    expect(isOn(page)).toBe(false);
  });

  it('shows that it is loading until there is something to show', async () => {
    const { page } = await show({ getSpaceAccess: never });
    expect(page.find('Spinner').props['label']).toBe(say('common.loading'));
  });
});

describe('ExclusionsSection', () => {
  const only = (...labels: readonly string[]) => ({ ...NOTHING_EXCLUDED, labels });
  const withLabel = (...labels: readonly string[]) => spaceSettings(OPENED, { exclusions: only(...labels) });

  /** The payload for labels, and for those that it was made from. */
  const excluding = (labels: readonly string[], from: readonly string[] = []) => ({
    ...NOTHING_EXCLUDED,
    labels,
    from: { ...NOTHING_EXCLUDED, labels: from },
  });
  const labelsOf = (page: UiKitPage) => page.findAll('Tag').map(({ props }) => props['text']);
  const exclude = async (page: UiKitPage, label: string): Promise<void> => {
    await type(page, 'exclusions-label', label);
    await submit(page, 'exclusions-label');
  };
  const savedIn = (calls: readonly (readonly [string, unknown])[]) =>
    calls.filter(([name]) => name === 'setSpaceExclusions').map(([, payload]) => payload);

  it('excludes a label', async () => {
    const { page, calls } = await show({ getSpaceAccess: withLabel(), setSpaceExclusions: withLabel('secret') });
    await type(page, 'exclusions-label', ' Secret ');
    await submit(page, 'exclusions-label');
    expect(calls.at(-1)).toEqual(['setSpaceExclusions', excluding(['secret'])]);
    expect(page.find('Tag').props['text']).toBe('secret');
  });

  it('excludes the label as it was typed to its end, when Enter comes before that is drawn', async () => {
    const { page, calls } = await show({ getSpaceAccess: withLabel(), setSpaceExclusions: withLabel('secret') });
    await type(page, 'exclusions-label', 'secre');
    const drawnBefore = asDrawn(formOf(page, 'exclusions-label'));
    await type(page, 'exclusions-label', 'secret');
    await page.fire(drawnBefore, 'onSubmit');
    expect(calls.at(-1)).toEqual(['setSpaceExclusions', excluding(['secret'])]);
  });

  it('excludes a page that is picked by its title', async () => {
    const found = { pages: [{ id: '7', title: 'Salaries', spaceKey: 'ENG' }] };
    const { page, calls } = await show({
      findPages: found,
      setSpaceExclusions: spaceSettings({}, { exclusions: { ...NOTHING_EXCLUDED, trees: ['7'] } }),
    });
    await type(page, 'exclusions-tree', 'salar');
    await submit(page, 'exclusions-tree');
    expect(calls.at(-1)).toEqual(['findPages', { query: 'salar' }]);
    await press(page, say('exclusions.treeAdd', { title: 'Salaries' }));
    expect(calls).toContainEqual(['setSpaceExclusions', { ...NOTHING_EXCLUDED, trees: ['7'], from: NOTHING_EXCLUDED }]);
    expect(buttonsNamed(page, say('exclusions.treeRemove', { title: 'Salaries' }))).toHaveLength(1);
  });

  it('shows the old list again, and why, when saving fails', async () => {
    const { page } = await show({
      getSpaceAccess: withLabel('secret'),
      setSpaceExclusions: { refused: 'storage-unavailable' },
    });
    await page.fire(page.find('Tag'), 'onAfterRemoveAction');
    await page.settle();
    expect(page.find('Tag').props['text']).toBe('secret');
    expect(textOf(page.find('SectionMessage'))).toContain(say('refusal.storage-unavailable'));
  });

  it('saves one list after the other, and of several that wait the last', async () => {
    let answer: (settings: unknown) => void = () => undefined;
    const first = new Promise((resolve) => (answer = resolve));
    const { page, calls } = await show({
      getSpaceAccess: withLabel(),
      setSpaceExclusions: inTurn(first, withLabel('a', 'b', 'c')),
    });
    for (const label of ['a', 'b', 'c']) await exclude(page, label);
    expect(labelsOf(page)).toEqual(['a', 'b', 'c']);
    answer(withLabel('a'));
    await page.settle();
    expect(savedIn(calls)).toEqual([excluding(['a']), excluding(['a', 'b', 'c'], ['a'])]);
    expect(labelsOf(page)).toEqual(['a', 'b', 'c']);
  });

  it('makes each of two changes, when the second is made before the first is drawn', async () => {
    const { page, calls } = await show({
      getSpaceAccess: withLabel('a', 'b', 'c'),
      setSpaceExclusions: ({ labels }: { labels: readonly string[] }) => withLabel(...labels),
    });
    const drawnBefore = page.findAll('Tag').slice(0, 2).map(asDrawn);
    const blogPosts = asDrawn(page.find('Checkbox'));
    for (const tag of drawnBefore) await page.fire(tag, 'onAfterRemoveAction');
    await page.fire(blogPosts, 'onChange', { target: { checked: true } });
    expect(savedIn(calls).at(-1)).toMatchObject({ labels: ['c'], blogPosts: true });
  });

  it('excludes both of two pages that are picked before the first is drawn, and none twice', async () => {
    const found = ['7', '8'].map((id) => ({ id, title: `Page ${id}`, spaceKey: 'ENG' }));
    const { page, calls } = await show({ findPages: { pages: found }, setSpaceExclusions: never });
    await type(page, 'exclusions-tree', 'page');
    await submit(page, 'exclusions-tree');
    const buttons = found.map(({ title }) => asDrawn(buttonNamed(page, say('exclusions.treeAdd', { title }))));
    for (const button of [...buttons, ...buttons]) await page.fire(button, 'onClick');
    expect(savedIn(calls)).toHaveLength(1);
    for (const { title } of found) {
      expect(buttonsNamed(page, say('exclusions.treeRemove', { title }))).toHaveLength(1);
    }
  });

  it('shows what another administrator excluded meanwhile, and goes on from there', async () => {
    const { page, calls } = await show({
      getSpaceAccess: withLabel(),
      setSpaceExclusions: inTurn(withLabel('theirs', 'a'), never()),
    });
    await exclude(page, 'a');
    expect(labelsOf(page)).toEqual(['theirs', 'a']);
    await exclude(page, 'b');
    expect(savedIn(calls).at(-1)).toEqual(excluding(['theirs', 'a', 'b'], ['theirs', 'a']));
  });

  it.each([
    ['got no answer', new Error('the answer was lost')],
    ['is refused', { refused: 'busy' }],
  ])(
    'shows what is stored, never what was before the one that was saved, when the second change %s',
    async (_, failed) => {
      let answer: (settings: unknown) => void = () => undefined;
      const first = new Promise((resolve) => (answer = resolve));
      const { page } = await show({
        getSpaceAccess: inTurn(withLabel(), new Error('down')),
        setSpaceExclusions: inTurn(first, failed),
      });
      await exclude(page, 'a');
      await exclude(page, 'b');
      answer(withLabel('a'));
      await page.settle();
      expect(page.find('SectionMessage').props['appearance']).toBe('error');
      expect(labelsOf(page)).toEqual(['a']);
    },
  );

  it('asks what is stored after a change that is refused', async () => {
    const { page } = await show({
      getSpaceAccess: inTurn(withLabel(), withLabel('theirs')),
      setSpaceExclusions: { refused: 'busy' },
    });
    await exclude(page, 'a');
    await page.settle();
    expect(labelsOf(page)).toEqual(['theirs']);
    expect(textOf(page.find('SectionMessage'))).toContain(say('refusal.busy'));
  });

  it('does not call a space closed that was opened while exclusions were being saved', async () => {
    let answer: (settings: unknown) => void = () => undefined;
    const saving = new Promise((resolve) => (answer = resolve));
    const { page } = await show({
      getSpaceAccess: inTurn(spaceSettings(), spaceSettings(OPENED, { ...OPENER, exclusions: only('secret') })),
      setSpaceAccess: spaceAccess(OPENED),
      setSpaceExclusions: saving,
    });
    await exclude(page, 'secret');
    await open(page);
    answer(spaceSettings({}, { exclusions: only('secret') }));
    await page.settle();
    expect(isOn(page)).toBe(true);
    expect(page.find('User').props['accountId']).toBe('maya');
    expect(labelsOf(page)).toEqual(['secret']);
  });

  it('does not show old exclusions again that were asked for before others were saved', async () => {
    let answer: (settings: unknown) => void = () => undefined;
    const asking = new Promise((resolve) => (answer = resolve));
    const { page } = await show({
      getSpaceAccess: inTurn(spaceSettings(), asking, withLabel('secret')),
      setSpaceAccess: spaceAccess(OPENED),
      setSpaceExclusions: withLabel('secret'),
    });
    await open(page);
    await exclude(page, 'secret');
    answer(spaceSettings(OPENED));
    await page.settle();
    expect(labelsOf(page)).toEqual(['secret']);
  });

  it('keeps what is being opened when exclusions are saved meanwhile', async () => {
    const { page } = await show({ setSpaceAccess: never, setSpaceExclusions: withLabel('secret') });
    await open(page);
    await type(page, 'exclusions-label', 'secret');
    await submit(page, 'exclusions-label');
    expect(isOn(page)).toBe(true);
    expect(page.textContent()).toContain(say('access.opening'));
    expect(page.find('Tag').props['text']).toBe('secret');
  });

  it.each([
    ['is being looked up', never, 'exclusions.treeLoading'],
    ['could not be looked up', { refused: 'confluence-unavailable' }, 'exclusions.treeNotLoaded'],
    ['is not found', { pages: [] }, 'exclusions.treeUnnamed'],
  ] as const)('says of a page whose title %s no more than that', async (_, findPages, sentence) => {
    const trees = { exclusions: { ...NOTHING_EXCLUDED, trees: ['7'] } };
    const { page } = await show({ getSpaceAccess: spaceSettings({}, trees), findPages });
    await page.settle();
    const sentences = (
      ['exclusions.treeLoading', 'exclusions.treeNotLoaded', 'exclusions.treeUnnamed'] as const
    ).filter((key) => page.textContent().includes(say(key, { id: '7' })));
    expect(sentences).toEqual([sentence]);
  });

  it.each([
    ['are being looked up', never, 'exclusions.treeLoading'],
    ['could not be looked up', new Error('down'), 'exclusions.treeNotLoaded'],
  ] as const)('calls pages of the site that %s of no other space', async (_, findPages, sentence) => {
    const siteExclusions = { ...NOTHING_EXCLUDED, trees: ['7'] };
    const { page } = await show({ getSpaceAccess: spaceSettings({}, { siteExclusions }), findPages });
    await page.settle();
    expect(page.textContent()).toContain(say(sentence, { id: '7' }));
    expect(page.textContent()).not.toContain(say('spaceSettings.siteTreesElsewhere_one'));
  });

  it('counts pages of other spaces that the site keeps closed, where it is told how many there are', async () => {
    const siteExclusions = { ...NOTHING_EXCLUDED, trees: ['7'] };
    const { page } = await show({
      getSpaceAccess: inTurn(
        spaceSettings({}, { siteExclusions, siteTreesElsewhere: 2 }),
        spaceSettings(OPENED, { siteExclusions, siteTreesElsewhere: 2 }),
      ),
      setSpaceAccess: spaceAccess(OPENED),
      findPages: { pages: [] },
    });
    await page.settle();
    expect(page.textContent()).toContain(say('spaceSettings.siteTreesElsewhere_other', { count: 2 }));
    expect(page.textContent()).toContain(say('exclusions.treeUnnamed', { id: '7' }));
    await open(page);
    expect(page.textContent()).toContain(say('spaceSettings.siteTreesElsewhere_other', { count: 2 }));
  });

  it('names what the site keeps closed in every space', async () => {
    const siteExclusions = { labels: ['secret'], trees: ['7', '8'], blogPosts: true };
    const { page } = await show({
      getSpaceAccess: spaceSettings({}, { siteExclusions }),
      findPages: { pages: [{ id: '7', title: 'Salaries', spaceKey: 'ENG' }] },
    });
    await page.settle();
    for (const sentence of [
      say('spaceSettings.siteLabels', { labels: 'secret' }),
      say('spaceSettings.siteTree', { title: 'Salaries' }),
      say('spaceSettings.siteTreesElsewhere_one'),
      say('spaceSettings.siteBlogPosts'),
    ]) {
      expect(page.textContent()).toContain(sentence);
    }
  });
});

describe('PreviewSection', () => {
  const found = {
    results: [
      {
        page: {
          id: '1',
          title: 'Deploying',
          url: 'https://example.net/wiki/1',
          updatedAt: '2026-05-03T08:00:00.000Z',
        },
        excerpts: [
          {
            markdown:
              '**Deploy** with `make`.\n\n- one\n- two\n\n5. five\n6. six\n\n```sh\nmake all\n```\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
            headingPath: ['Guide', 'Steps'],
            url: 'https://example.net/wiki/1#Steps',
          },
        ],
      },
      {
        page: { id: '2', title: 'Empty', url: 'javascript:alert(1)', updatedAt: '2026-05-03T08:00:00.000Z' },
        excerpts: [],
      },
    ],
    hiddenCount: 1,
    leftOut: [
      { id: '3', title: 'Salaries', url: 'https://example.net/wiki/3', reason: 'label', label: 'secret' },
      { id: '4', title: 'Post', url: 'https://example.net/wiki/4', reason: 'blog-post' },
    ],
    notes: [{ code: 'excerpts_cut', message: 'cut' }],
    confluencePoints: 26,
  };
  const nothing = { results: [], hiddenCount: 0, leftOut: [], notes: [], confluencePoints: 1 };
  const showOpen = (answers: Answers = {}) => show({ getSpaceAccess: spaceSettings(OPENED), ...answers });
  const ask = async (page: UiKitPage, query: string): Promise<void> => {
    await type(page, 'preview-query', query);
    await submit(page, 'preview-query');
  };

  it('shows the excerpts as a page would, with what was left out and why', async () => {
    const { page, calls } = await showOpen({ previewSearch: found });
    await ask(page, ' how to deploy? ');
    expect(calls.at(-1)).toEqual(['previewSearch', { query: 'how to deploy?' }]);
    const said = page.textContent();
    expect(said).toContain(say('spaceSettings.previewFound_other', { count: 2 }));
    expect(said).toContain(say('spaceSettings.previewHidden_one'));
    expect(said).toContain('Guide › Steps');
    expect(said).toContain(say('spaceSettings.left-label', { label: 'secret' }));
    expect(said).toContain(say('spaceSettings.left-blog-post'));
    expect(said).toContain(say('spaceSettings.note-excerpts_cut'));
    expect(said).toContain(say('spaceSettings.previewNoText'));
    expect(said).toContain(say('spaceSettings.previewCost_other', { count: 26 }));
    expect(said).toMatch(/5\.\s+five\s+6\.\s+six/);
    expect(page.find('CodeBlock').props['text']).toBe('make all');
    expect(page.find('Code').children.map(textOf)).toEqual(['make']);
    expect(page.findAll('DynamicTable')).toHaveLength(1);
    expect(said).not.toMatch(/\*\*|```|\| ---/);
  });

  it('links to pages, but to nothing that is no address of the web', async () => {
    const { page } = await showOpen({ previewSearch: found });
    await ask(page, 'deploy');
    const addresses = page.findAll('Link').map(({ props }) => String(props['href']));
    expect(addresses).toContain('https://example.net/wiki/1');
    expect(addresses.filter((address) => !address.startsWith('https://example.net/'))).toEqual([]);
  });

  it('shows the best three pages, and the others when they are asked for', async () => {
    const results = Array.from({ length: 5 }, (_, index) => ({
      page: {
        id: String(index),
        title: `Page ${String(index)}`,
        url: 'https://example.net/wiki',
        updatedAt: '2026-05-03T08:00:00.000Z',
      },
      excerpts: [],
    }));
    const { page } = await showOpen({ previewSearch: { ...found, results, leftOut: [] } });
    await ask(page, 'deploy');
    expect(page.findAll('Link').map(textOf)).toEqual(['Page 0', 'Page 1', 'Page 2']);
    await press(page, say('spaceSettings.previewMore_other', { count: 2 }));
    expect(page.findAll('Link').map(textOf)).toEqual(['Page 0', 'Page 1', 'Page 2', 'Page 3', 'Page 4']);
    expect(buttonsNamed(page, say('spaceSettings.previewMore_other', { count: 2 }))).toEqual([]);
  });

  it('says that there is nothing for a question', async () => {
    const { page } = await showOpen({ previewSearch: nothing });
    await ask(page, 'zebra');
    expect(page.textContent()).toContain(say('spaceSettings.previewNothing'));
    expect(page.textContent()).toContain(say('spaceSettings.leftNone'));
  });

  it('asks nothing without a question', async () => {
    const { page, calls } = await showOpen();
    await submit(page, 'preview-query');
    expect(page.textContent()).toContain(say('spaceSettings.previewEmpty'));
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['a closed space', {}, 'spaceSettings.previewClosed'],
    ['a paused site', { ...OPENED, paused: true }, 'spaceSettings.previewPaused'],
    ['an archived space', { ...OPENED, archived: true }, 'spaceSettings.previewArchived'],
  ] as const)('has nothing to ask of %s', async (_, access, sentence) => {
    const { page } = await show({ getSpaceAccess: spaceSettings(access) });
    expect(page.textContent()).toContain(say(sentence));
    expect(() => fieldOf(page, 'preview-query')).toThrow();
  });

  it('says why a search did not succeed', async () => {
    const { page } = await showOpen({ previewSearch: { refused: 'rate-limited' } });
    await ask(page, 'zebra');
    expect(page.find('SectionMessage').props['title']).toBe(say('spaceSettings.previewFailed'));
    expect(page.textContent()).toContain(say('refusal.rate-limited'));
  });

  it('shows only the answer to the last question', async () => {
    let answer: (found: unknown) => void = () => undefined;
    const first = new Promise((resolve) => (answer = resolve));
    const { page } = await showOpen({ previewSearch: inTurn(first, nothing) });
    await ask(page, 'deploy');
    await ask(page, 'zebra');
    answer(found);
    await page.settle();
    expect(page.textContent()).toContain(say('spaceSettings.previewNothing'));
    expect(page.textContent()).not.toContain('Deploying');
  });

  it.each([
    ['had an answer', nothing],
    ['is under way', never],
  ])('forgets a search that %s when the space is closed', async (_, previewSearch) => {
    const { page } = await show({
      getSpaceAccess: inTurn(spaceSettings(OPENED), spaceSettings(), spaceSettings(OPENED)),
      setSpaceAccess: ({ enabled }: { enabled: boolean }) => spaceAccess(enabled ? OPENED : {}),
      previewSearch,
    });
    await ask(page, 'zebra');
    await toggle(page);
    await page.settle();
    expect(page.textContent()).toContain(say('spaceSettings.previewClosed'));
    await open(page);
    await page.settle();
    expect(isOn(page)).toBe(true);
    expect(page.textContent()).not.toContain(say('spaceSettings.previewNothing'));
    expect(page.findAll('Spinner')).toEqual([]);
  });

  it('says that an answer is out of date once the site excludes something else', async () => {
    const { page } = await showOpen({
      previewSearch: nothing,
      setSpaceExclusions: spaceSettings(OPENED, {
        exclusions: NOTHING_EXCLUDED,
        siteExclusions: { ...NOTHING_EXCLUDED, labels: ['secret'] },
      }),
    });
    await ask(page, 'zebra');
    await page.fire(page.find('Checkbox'), 'onChange', { target: { checked: true } });
    expect(page.textContent()).toContain(say('spaceSettings.previewStale'));
  });

  it('says that an answer is out of date once exclusions have changed', async () => {
    const { page } = await showOpen({
      previewSearch: nothing,
      setSpaceExclusions: spaceSettings(OPENED, { exclusions: { ...NOTHING_EXCLUDED, blogPosts: true } }),
    });
    await ask(page, 'zebra');
    expect(page.textContent()).not.toContain(say('spaceSettings.previewStale'));
    await page.fire(page.find('Checkbox'), 'onChange', { target: { checked: true } });
    expect(page.textContent()).toContain(say('spaceSettings.previewStale'));
  });
});

describe('ActivitySection', () => {
  it('draws the searches of the space, and says them in words', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { page } = await show({
      getSpaceAccess: spaceSettings(OPENED, spaceDetails({ activity: [{ day: today, searches: 7 }] })),
    });
    expect(page.find('BarChart').props['title']).toBe(say('searches.title'));
    expect(page.textContent()).toContain('7 searches in the last 30 days');
  });

  it('says that there were none', async () => {
    const { page } = await show();
    expect(page.findAll('BarChart')).toEqual([]);
    expect(page.textContent()).toContain(say('searches.none'));
  });

  it('says that they cannot be read, which is not that there were none', async () => {
    const { activity, ...details } = spaceDetails();
    const { page } = await show({ getSpaceAccess: { ...spaceAccess(OPENED), details } });
    expect(page.textContent()).toContain(say('spaceSettings.activityUnreadable'));
    expect(page.textContent()).not.toContain(say('searches.none'));
    expect(page.find('Toggle').props['isDisabled']).toBe(false);
  });
});
