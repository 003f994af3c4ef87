import { describe, expect, it } from '@jest/globals';

import type { SpaceAccess } from '../../../src/contract/settings-api';
import { noAnswerMessage, refusalMessages } from '../../../static/refusals/messages';
import { messages } from '../../../static/space-access/messages';
import { openUiKitPage, type Invoke, type UiKitPage } from '../../support/ui-kit-host';

const ENTRY = 'static/space-settings/index.tsx';
const closed: SpaceAccess = { enabled: false, mayChange: true, mayOpen: true, paused: false };
const open: SpaceAccess = {
  enabled: true,
  mayChange: true,
  mayOpen: true,
  paused: false,
  optedInAt: '2026-05-03T08:00:00.000Z',
};

const show = (invoke: Invoke): Promise<UiKitPage> => openUiKitPage(ENTRY, invoke);
/** Answers the first call with `before` and every other with `after`. */
const answering = (before: unknown, after: unknown) => {
  const calls: (readonly [string, unknown])[] = [];
  const invoke: Invoke = (functionKey, payload) => {
    calls.push([functionKey, payload]);
    if (after instanceof Error && calls.length > 1) throw after;
    return calls.length === 1 ? before : after;
  };
  return { calls, invoke };
};

describe('SpaceSettingsPage', () => {
  it('shows a space that is closed, and what opening it does', async () => {
    const page = await show(() => closed);
    expect(page.find('Toggle').props).toMatchObject({ isChecked: false, isDisabled: false });
    expect(page.textContent()).toContain(messages.closed);
    expect(page.textContent()).toContain(messages.toggleHelp);
  });

  it('opens the space when the toggle is turned on', async () => {
    const { calls, invoke } = answering(closed, open);
    const page = await show(invoke);
    await page.fire(page.find('Toggle'), 'onChange', { target: { checked: true } });
    expect(calls).toEqual([
      ['getSpaceAccess', undefined],
      ['setSpaceAccess', { enabled: true }],
    ]);
    expect(page.find('Toggle').props['isChecked']).toBe(true);
    expect(page.textContent()).toContain('since 2026-05-03');
  });

  it('closes the space when the toggle is turned off', async () => {
    const { calls, invoke } = answering(open, closed);
    const page = await show(invoke);
    await page.fire(page.find('Toggle'), 'onChange');
    expect(calls.at(-1)).toEqual(['setSpaceAccess', { enabled: false }]);
    expect(page.find('Toggle').props['isChecked']).toBe(false);
  });

  it('shows the wanted value and takes no other while a change is under way', async () => {
    let answer: (access: SpaceAccess) => void = () => undefined;
    const pending = new Promise<SpaceAccess>((resolve) => (answer = resolve));
    const page = await show((functionKey) => (functionKey === 'getSpaceAccess' ? closed : pending));
    await page.fire(page.find('Toggle'), 'onChange');
    expect(page.find('Toggle').props).toMatchObject({ isChecked: true, isDisabled: true });
    expect(page.textContent()).toContain(messages.opening);
    answer(open);
    await page.settle();
    expect(page.find('Toggle').props).toMatchObject({ isChecked: true, isDisabled: false });
  });

  it('keeps the old value and says why when the change is refused', async () => {
    const { invoke } = answering(closed, { ...closed, refused: 'space-archived' });
    const page = await show(invoke);
    await page.fire(page.find('Toggle'), 'onChange');
    expect(page.find('Toggle').props['isChecked']).toBe(false);
    expect(page.find('SectionMessage').props).toMatchObject({ appearance: 'error', title: messages.failedTitle });
    expect(page.textContent()).toContain(refusalMessages['space-archived']);
  });

  it.each([
    ['the app throws', new Error('boom')],
    ['the answer is of another shape', { enabled: 'yes' }],
  ])('keeps the old value and says so when %s', async (_, after) => {
    const page = await show(answering(open, after).invoke);
    await page.fire(page.find('Toggle'), 'onChange');
    expect(page.find('Toggle').props).toMatchObject({ isChecked: true, isDisabled: false });
    expect(page.textContent()).toContain(noAnswerMessage);
  });

  it('disables the toggle with the reason when the reader does not administer the space', async () => {
    const page = await show(() => ({ ...closed, mayChange: false }));
    expect(page.find('Toggle').props['isDisabled']).toBe(true);
    expect(page.textContent()).toContain(refusalMessages['not-space-admin']);
  });

  it('says that the app is paused for the whole site', async () => {
    const page = await show(() => ({ ...open, paused: true }));
    expect(page.find('SectionMessage').props['appearance']).toBe('warning');
    expect(page.textContent()).toContain(messages.paused);
  });

  it('shows no toggle when the setting cannot be loaded', async () => {
    const page = await show(() => null);
    expect(page.findAll('Toggle')).toEqual([]);
    expect(page.find('SectionMessage').props['title']).toBe(messages.notLoadedTitle);
  });
});
