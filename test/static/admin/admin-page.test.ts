import { describe, expect, it } from '@jest/globals';

import { messages } from '../../../static/admin/messages';
import { noAnswerMessage, refusalMessages } from '../../../static/refusals/messages';
import { openUiKitPage, type Invoke, type UiKitPage } from '../../support/ui-kit-host';
import { textOf } from '../../support/ui-kit-node';

const key = {
  id: '0123456789ab',
  createdAt: '2026-05-03T08:00:00.000Z',
  expiresAt: '2027-05-03T08:00:00.000Z',
  expiresSoon: false,
  lastUsedDay: '2026-05-20',
};
const status = { paused: false, spacesOptedIn: 3, requestsPerMinute: 60, keys: [key] };
const secret = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMzQ=';

const show = (answers: Readonly<Record<string, unknown>>, calls: unknown[] = []): Promise<UiKitPage> => {
  const invoke: Invoke = (functionKey, payload) => {
    calls.push([functionKey, payload]);
    const answer = { getStatus: status, ...answers }[functionKey];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return openUiKitPage('static/admin/index.tsx', invoke);
};

const buttonOf = (page: UiKitPage, label: string) => {
  const button = page.findAll('Button').find((candidate) => textOf(candidate) === label);
  if (button === undefined) throw new Error(`There is no button "${label}".`);
  return button;
};

const fieldValues = (page: UiKitPage) => page.findAll('Textfield').map(({ props }) => props['value']);

describe('AdminPage', () => {
  it('shows how many spaces are open, the limit and the dates of the key', async () => {
    const page = await show({});
    expect(page.textContent()).toContain(messages.spacesOptedIn(3));
    expect(page.textContent()).toContain(
      'Key 0123456789ab, created on 2026-05-03, expires on 2027-05-03, last used on 2026-05-20.',
    );
    expect(fieldValues(page)).toEqual(['60']);
    expect(page.find('Toggle').props['isChecked']).toBe(false);
  });

  it('pauses and resumes the app', async () => {
    const calls: unknown[] = [];
    const page = await show({ setPaused: { ...status, paused: true } }, calls);
    await page.fire(page.find('Toggle'), 'onChange');
    expect(page.find('Toggle').props['isChecked']).toBe(true);
    await page.fire(page.find('Toggle'), 'onChange');
    expect(calls.slice(1)).toEqual([
      ['setPaused', { paused: true }],
      ['setPaused', { paused: false }],
    ]);
  });

  it('keeps the old value and says so when pausing fails', async () => {
    const page = await show({ setPaused: new Error('boom') });
    await page.fire(page.find('Toggle'), 'onChange');
    expect(page.find('Toggle').props).toMatchObject({ isChecked: false, isDisabled: false });
    expect(page.textContent()).toContain(noAnswerMessage);
  });

  it('saves a limit', async () => {
    const calls: unknown[] = [];
    const page = await show({ setLimits: { ...status, requestsPerMinute: 120 } }, calls);
    await page.fire(page.find('Textfield'), 'onChange', { target: { value: '120' } });
    await page.fire(buttonOf(page, messages.limitSave), 'onClick');
    expect(calls.at(-1)).toEqual(['setLimits', { requestsPerMinute: 120 }]);
    expect(buttonOf(page, messages.limitSave).props['isDisabled']).toBe(true);
  });

  it.each(['', '6001', '-1', '1.5', '1e3', 'many'])('does not offer to save %p as a limit', async (typed) => {
    const page = await show({});
    await page.fire(page.find('Textfield'), 'onChange', { target: { value: typed } });
    expect(buttonOf(page, messages.limitSave).props['isDisabled']).toBe(true);
    expect(page.textContent()).toContain(messages.limitInvalid);
  });

  it('shows a new key once, and forgets it when it is dismissed', async () => {
    const page = await show({
      createKey: {
        id: 'ba9876543210',
        secret,
        createdAt: '2026-06-01T08:00:00.000Z',
        expiresAt: '2027-06-01T08:00:00.000Z',
      },
    });
    await page.fire(buttonOf(page, messages.keyCreate), 'onClick');
    expect(fieldValues(page)).toContain(secret);
    expect(page.findAll('Textfield').at(-1)?.props['isReadOnly']).toBe(true);
    expect(page.textContent()).toContain(messages.keyCreated);
    expect(page.textContent()).toContain('expires on 2027-06-01, not used yet.');
    expect(page.textContent()).toContain('Key 0123456789ab');

    await page.fire(buttonOf(page, messages.keyDismiss), 'onClick');
    expect(fieldValues(page)).not.toContain(secret);
    await page.fire(page.find('Toggle'), 'onChange');
    expect(fieldValues(page)).not.toContain(secret);
  });

  it('revokes the key beside which the button stands', async () => {
    const calls: unknown[] = [];
    const other = { ...key, id: 'ba9876543210' };
    const page = await show(
      { getStatus: { ...status, keys: [key, other] }, revokeKey: { ...status, keys: [other] } },
      calls,
    );
    await page.fire(buttonOf(page, messages.keyRevoke(key.id)), 'onClick');
    expect(calls.at(-1)).toEqual(['revokeKey', { keyId: key.id }]);
    expect(page.textContent()).not.toContain(key.id);
    expect(page.textContent()).toContain(other.id);
  });

  it('says that there is no key', async () => {
    const page = await show({ getStatus: { ...status, keys: [] } });
    expect(page.textContent()).toContain(messages.keyMissing);
    expect(page.textContent()).not.toContain(messages.keyWarning);
  });

  it('says why when a key is refused', async () => {
    const page = await show({ createKey: { refused: 'busy' } });
    await page.fire(buttonOf(page, messages.keyCreate), 'onClick');
    expect(page.textContent()).toContain(refusalMessages.busy);
    expect(fieldValues(page)).toEqual(['60']);
  });

  it('shows nothing but the reason to those who do not administer Confluence', async () => {
    const page = await show({ getStatus: { refused: 'not-confluence-admin' } });
    expect(page.textContent()).toContain(refusalMessages['not-confluence-admin']);
    expect(page.findAll('Toggle')).toEqual([]);
    expect(page.findAll('Button')).toEqual([]);
  });
});
