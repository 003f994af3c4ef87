import { describe, expect, it } from '@jest/globals';

import { openAnsweringPage, type Answers } from '../../support/answering-page';
import { say } from '../../support/say';
import { OPENED, spaceAccess } from '../../support/space-access';
import { press, retry } from '../../support/ui-kit-actions';
import type { PageOptions } from '../../support/ui-kit-host';
import { asDrawn, textOf } from '../../support/ui-kit-node';

const LOOKING = { mayChange: false, mayOpen: false, mayNotOpen: 'not-space-admin' } as const;

const show = (answers: Answers = {}, options: PageOptions = {}) =>
  openAnsweringPage('static/space-settings-macro/index.tsx', { getSpaceAccess: spaceAccess(), ...answers }, options);

describe('SpaceSettingsMacro', () => {
  it.each([
    ['an open space', OPENED, 'access.lozenge-open', 'macro.viewerOpen'],
    ['a closed space', {}, 'access.lozenge-closed', 'macro.viewerClosed'],
    ['a paused site', { ...OPENED, paused: true }, 'access.lozenge-paused', 'macro.viewerClosed'],
    ['an archived space', { ...OPENED, archived: true }, 'access.lozenge-archived', 'macro.viewerClosed'],
  ] as const)(
    'tells readers of %s how it stands and what that means, without a toggle',
    async (_, access, state, means) => {
      const { page } = await show({ getSpaceAccess: spaceAccess({ ...access, ...LOOKING }) });
      expect(textOf(page.find('Lozenge'))).toBe(say(state));
      expect(page.textContent()).toContain(say(means));
      expect(page.findAll('Toggle')).toEqual([]);
      expect(page.findAll('SectionMessage')).toEqual([]);
    },
  );

  it('lets an administrator of the space open it, after saying what that means', async () => {
    const { page, calls } = await show({ setSpaceAccess: spaceAccess(OPENED) });
    await page.fire(page.find('Toggle'), 'onChange');
    expect(textOf(page.find('Modal'))).toContain(say('access.exceptAny'));
    expect(calls).toHaveLength(1);
    await press(page, say('access.confirm'));
    expect(calls.at(-1)).toEqual(['setSpaceAccess', { enabled: true }]);
    expect(page.find('Toggle').props['isChecked']).toBe(true);
    expect(page.textContent()).toContain('opened on May 3, 2026');
  });

  it('keeps the old value and says why when the change is refused', async () => {
    const { page } = await show({ setSpaceAccess: spaceAccess({ refused: 'busy' }) });
    await page.fire(page.find('Toggle'), 'onChange');
    await press(page, say('access.confirm'));
    expect(page.find('Toggle').props['isChecked']).toBe(false);
    expect(page.textContent()).toContain(say('refusal.busy'));
  });

  it('shows how the space stands after a change that got no answer', async () => {
    const accesses = [spaceAccess(), spaceAccess(OPENED)];
    const { page } = await show({
      getSpaceAccess: () => accesses.shift(),
      setSpaceAccess: new Error('the answer was lost'),
    });
    await page.fire(page.find('Toggle'), 'onChange');
    await press(page, say('access.confirm'));
    await page.settle();
    expect(page.find('Toggle').props['isChecked']).toBe(true);
    expect(page.find('SectionMessage').props['title']).toBe(say('common.unsureTitle'));
  });

  it('sends one change when the toggle is pressed twice before that is drawn', async () => {
    const { page, calls } = await show({
      getSpaceAccess: spaceAccess(OPENED),
      setSpaceAccess: () => new Promise(() => undefined),
    });
    const toggle = asDrawn(page.find('Toggle'));
    await page.fire(toggle, 'onChange');
    await page.fire(toggle, 'onChange');
    expect(calls.filter(([name]) => name === 'setSpaceAccess')).toHaveLength(1);
  });

  it.each(['full', 'compact'])('says of an open space that it is archived, %s', async (layout) => {
    const { page } = await show(
      { getSpaceAccess: spaceAccess({ ...OPENED, archived: true }) },
      { extension: { config: { layout } } },
    );
    expect(page.textContent()).toContain(say('access.archived'));
    expect(page.textContent()).not.toContain('opened on');
    expect(page.findAll('SectionMessage').map(({ props }) => props['title'])).toEqual(
      layout === 'full' ? [say('access.archivedTitle')] : [],
    );
  });

  it('says to an administrator why the space cannot be opened', async () => {
    const forbidden = spaceAccess({ mayOpen: false, mayNotOpen: 'opt-in-forbidden' });
    const { page } = await show({ getSpaceAccess: forbidden });
    expect(page.find('Toggle').props['isDisabled']).toBe(true);
    expect(page.find('SectionMessage').props['title']).toBe(say('access.forbiddenTitle'));
  });

  it('tells whoever may not see the space nothing about it', async () => {
    const { page } = await show({ getSpaceAccess: { ...spaceAccess(LOOKING), refused: 'space-not-available' } });
    expect(page.textContent()).toBe(say('macro.nothing'));
  });

  it('says why it could not be loaded, and loads when told to', async () => {
    let isDown = true;
    const { page } = await show({
      getSpaceAccess: () => (isDown ? { refused: 'storage-unavailable' } : spaceAccess()),
    });
    expect(page.textContent()).toContain(say('refusal.storage-unavailable'));
    isDown = false;
    await retry(page);
    expect(page.textContent()).toContain(say('access.closed'));
  });

  it('changes nothing in the editor: what stands there is a preview', async () => {
    const { page } = await show({}, { extension: { isEditing: true } });
    expect(page.findAll('Toggle')).toEqual([]);
    expect(page.textContent()).toContain(say('macro.preview'));
  });

  it('is one line where it is configured to be compact, and follows a new configuration', async () => {
    const { page } = await show({}, { extension: { config: { layout: 'compact' } } });
    expect(page.findAll('Toggle')).toEqual([]);
    expect(page.textContent()).not.toContain(say('macro.viewerClosed'));
    expect(page.textContent()).toContain(say('access.closed'));
    await page.emit('FORGE_CORE_MACRO_CONFIG_CHANGED', { config: { layout: 'full' } });
    expect(page.findAll('Toggle')).toHaveLength(1);
  });

  it('offers its two layouts where it is configured', async () => {
    const { page } = await show();
    expect(JSON.stringify(page.config())).toContain(say('macro.layout-compact'));
    expect(JSON.stringify(page.config())).toContain(say('macro.layout-full'));
  });
});
