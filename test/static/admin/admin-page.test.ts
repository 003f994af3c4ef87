import { describe, expect, it } from '@jest/globals';

import { adminKey, adminStatus, openAdminPage } from '../../support/admin-page';
import { say } from '../../support/say';
import { fieldOf, press, retry } from '../../support/ui-kit-actions';
import { textOf } from '../../support/ui-kit-node';

describe('AdminPage', () => {
  it('says how many spaces are open, in one sentence', async () => {
    const { page } = await openAdminPage();
    expect(page.findAll('Heading').map(textOf)[0]).toBe('3 spaces are open to Promptless.');
    expect(page.findAll('SectionMessage')).toEqual([]);
  });

  it('says it for one space and for none', async () => {
    const { page: one } = await openAdminPage({ getStatus: adminStatus({ spacesOptedIn: 1 }) });
    expect(one.textContent()).toContain('1 space is open to Promptless.');
    const { page: none } = await openAdminPage({ getStatus: adminStatus({ spacesOptedIn: 0 }) });
    expect(none.textContent()).toContain(say('admin.statusNoSpace'));
  });

  it.each([[[]], [[adminKey({ expiresAt: '2001-01-01T00:00:00.000Z' })]]])(
    'says that there is no active key with %j',
    async (keys) => {
      const { page } = await openAdminPage({ getStatus: adminStatus({ keys }) });
      expect(page.findAll('Heading').map(textOf)[0]).toContain(say('admin.statusNoKey'));
    },
  );

  it('pauses everything and shows it unmissably, then resumes', async () => {
    const { page, calls } = await openAdminPage({
      setPaused: ({ paused }: { paused: boolean }) => adminStatus({ paused }),
    });
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    expect(fieldOf(page, 'pause').props['isChecked']).toBe(true);
    expect(page.find('SectionMessage').props['title']).toBe(say('admin.pausedTitle'));
    expect(page.findAll('Heading').map(textOf)[0]).toContain(say('admin.statusPaused'));
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    expect(page.findAll('SectionMessage')).toEqual([]);
    expect(calls.slice(1)).toEqual([
      ['setPaused', { paused: true }],
      ['setPaused', { paused: false }],
    ]);
  });

  it('shows the wanted value while it is sent, keeps the focus, and takes no other change', async () => {
    const { page, calls } = await openAdminPage({ setPaused: () => new Promise(() => undefined) });
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    expect(fieldOf(page, 'pause').props).toMatchObject({ isChecked: true, isDisabled: false });
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    expect(calls.filter(([name]) => name === 'setPaused')).toHaveLength(1);
  });

  it.each([
    ['it is refused', { ...adminStatus(), refused: 'busy' }, 'refusal.busy', 'common.failedTitle'],
    ['storage fails', { refused: 'storage-unavailable' }, 'refusal.storage-unavailable', 'common.unsureTitle'],
    ['nothing usable comes', { paused: 'yes' }, 'common.noAnswer', 'common.unsureTitle'],
    ['the call fails', new Error('boom'), 'common.noAnswer', 'common.unsureTitle'],
  ] as const)('shows the old value and the reason when %s', async (_, setPaused, reason, title) => {
    const { page } = await openAdminPage({ setPaused });
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    expect(fieldOf(page, 'pause').props).toMatchObject({ isChecked: false, isDisabled: false });
    expect(page.find('SectionMessage').props['title']).toBe(say(title));
    expect(textOf(page.find('SectionMessage'))).toContain(say(reason));
  });

  it('shows how the site stands after a change that got no answer', async () => {
    const statuses = [adminStatus(), adminStatus({ paused: true })];
    const { page } = await openAdminPage({
      getStatus: () => statuses.shift(),
      setPaused: new Error('the answer was lost'),
    });
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    await page.settle();
    expect(fieldOf(page, 'pause').props['isChecked']).toBe(true);
    expect(page.textContent()).toContain(say('admin.pausedTitle'));
    expect(page.textContent()).toContain(say('common.unsureTitle'));
  });

  it('does not say that it is not paused when that was asked for before it was paused', async () => {
    let answer: (status: unknown) => void = () => undefined;
    const asking = new Promise((resolve) => (answer = resolve));
    const statuses = [adminStatus(), asking, adminStatus({ paused: true, keys: [adminKey({ id: 'ba9876543210' })] })];
    const { page } = await openAdminPage({
      getStatus: () => statuses.shift(),
      createKey: { refused: 'busy' },
      setPaused: adminStatus({ paused: true }),
    });
    await press(page, say('admin.keyCreate'));
    await press(page, say('admin.createConfirm'));
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    answer(adminStatus());
    await page.settle();
    expect(fieldOf(page, 'pause').props['isChecked']).toBe(true);
    expect(page.textContent()).toContain(say('admin.pausedTitle'));
    // What it was asked for is not forgotten.
    expect(page.textContent()).toContain('ba9876543210');
  });

  it('asks how the site stands after a change that was under way when that was wanted', async () => {
    let answer: (status: unknown) => void = () => undefined;
    const pausing = new Promise((resolve) => (answer = resolve));
    const { page, calls } = await openAdminPage({ setPaused: pausing, createKey: { refused: 'busy' } });
    await press(page, say('admin.keyCreate'));
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    await press(page, say('admin.createConfirm'));
    expect(calls.map(([name]) => name)).toEqual(['getStatus', 'setPaused', 'createKey']);
    answer(adminStatus({ paused: true }));
    await page.settle();
    expect(calls.map(([name]) => name)).toEqual(['getStatus', 'setPaused', 'createKey', 'getStatus']);
  });

  it('shows the site as it is now when another admin was faster', async () => {
    const { page } = await openAdminPage({
      setPaused: { ...adminStatus({ spacesOptedIn: 7 }), refused: 'busy' },
    });
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    expect(page.textContent()).toContain('7 spaces are open');
    expect(page.textContent()).toContain(say('refusal.busy'));
  });

  it('shows nothing but a sentence to whoever does not administer Confluence', async () => {
    const { page } = await openAdminPage({ getStatus: { refused: 'not-confluence-admin' } });
    expect(page.textContent()).toBe(say('refusal.not-confluence-admin'));
  });

  it('shows nothing of the site any more when the right was lost meanwhile', async () => {
    const { page } = await openAdminPage({ setPaused: { refused: 'not-confluence-admin' } });
    await page.fire(fieldOf(page, 'pause'), 'onChange');
    expect(page.textContent()).toBe(say('refusal.not-confluence-admin'));
  });

  it('offers to try again when it could not be loaded, and then shows the settings', async () => {
    const answers = [{ refused: 'storage-unavailable' }, adminStatus()];
    const { page } = await openAdminPage({ getStatus: () => answers.shift() });
    expect(page.textContent()).toContain(say('refusal.storage-unavailable'));
    expect(page.findAll('Toggle')).toEqual([]);
    await retry(page);
    expect(page.textContent()).toContain('3 spaces are open');
  });

  it.each([
    ['an empty object', {}],
    ['a count that is no number', { ...adminStatus(), spacesOptedIn: '3' }],
    ['no limits', { ...adminStatus(), pointsPerHour: undefined }],
    ['caps of another kind', { ...adminStatus(), caps: { maxResults: 5 } }],
    ['an unknown opener', { ...adminStatus(), optInBy: 'everybody' }],
    ['no exclusions', { ...adminStatus(), exclusions: {} }],
    ['a key without a day', { ...adminStatus(), keys: [{ ...adminKey(), expiresAt: 1 }] }],
    ['an address of another kind', { ...adminStatus(), webTriggerUrl: 1 }],
    ['an unknown refusal', { ...adminStatus(), refused: 'because' }],
  ])('takes %s for no answer', async (_, getStatus) => {
    const { page } = await openAdminPage({ getStatus });
    expect(page.textContent()).toContain(say('common.noAnswer'));
    expect(page.findAll('Tabs')).toEqual([]);
  });

  it('keeps room while it is loading', async () => {
    const { page } = await openAdminPage({ getStatus: () => new Promise(() => undefined) });
    expect(page.find('Spinner').props['label']).toBe(say('common.loading'));
  });

  it('asks nothing for tabs that nobody has opened', async () => {
    const { calls } = await openAdminPage();
    expect(calls).toEqual([['getStatus', undefined]]);
  });

  it('speaks German to whoever reads German', async () => {
    const { page } = await openAdminPage({}, { locale: 'de-DE' });
    expect(page.textContent()).toContain('3 Bereiche sind für Promptless offen.');
    expect(page.textContent()).toContain('3. Mai 2026');
  });
});
