import { describe, expect, it } from '@jest/globals';

import { adminKey, adminStatus, openAdminPage } from '../../support/admin-page';
import { say } from '../../support/say';
import { buttonNamed, buttonsNamed, fieldOf, press, rowsOf } from '../../support/ui-kit-actions';
import { asDrawn, textOf } from '../../support/ui-kit-node';

const secret = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMzQ=';
const created = {
  id: 'ba9876543210',
  secret,
  createdAt: '2026-06-01T08:00:00.000Z',
  expiresAt: '2999-06-01T08:00:00.000Z',
};
const KEYS = say('admin.keysTable');

/** Whatever the page draws, props of every element included. */
const everything = (page: { readonly findAll: (type: string) => readonly unknown[] }): string =>
  JSON.stringify(['Modal', 'Stack', 'Textfield', 'TextArea', 'CodeBlock'].map((type) => page.findAll(type)));

describe('KeysSection', () => {
  it('shows each key with its days and a button that revokes it', async () => {
    const unused = { ...adminKey({ id: 'ba9876543210' }), lastUsedDay: undefined };
    const { page } = await openAdminPage({ getStatus: { ...adminStatus(), keys: [adminKey(), unused] } });
    const [first, second] = rowsOf(page, KEYS);
    expect(first).toEqual(['0123456789ab', 'May 3, 2026', 'May 3, 2999', 'May 20, 2026', 'Revoke 0123456789ab']);
    expect(second?.[3]).toBe(say('admin.keyNeverUsed'));
  });

  it('says that there is no key, and not how one is replaced', async () => {
    const { page } = await openAdminPage({ getStatus: adminStatus({ keys: [] }) });
    expect(page.textContent()).toContain(say('admin.keysNone'));
    expect(page.textContent()).not.toContain(say('admin.rotateTitle'));
    expect(page.findAll('CodeBlock')).toHaveLength(1);
  });

  it('warns of a key that expires soon', async () => {
    const { page } = await openAdminPage({ getStatus: adminStatus({ keys: [adminKey({ expiresSoon: true })] }) });
    expect(page.find('SectionMessage').props['title']).toBe(say('admin.keyExpiryTitle'));
    expect(page.findAll('Lozenge').map(textOf)).toEqual([say('admin.keyExpiresSoon')]);
  });

  it('marks an expired key, and offers nothing for it', async () => {
    const { page } = await openAdminPage({
      getStatus: adminStatus({ keys: [adminKey({ expiresSoon: true, expiresAt: '2001-01-01T00:00:00.000Z' })] }),
    });
    expect(page.findAll('Lozenge').map(textOf)).toEqual([say('admin.keyExpired')]);
    expect(page.findAll('SectionMessage')).toEqual([]);
    expect(buttonsNamed(page, 'Revoke 0123456789ab')).toEqual([]);
  });

  it('says that two keys are the most', async () => {
    const { page } = await openAdminPage({
      getStatus: adminStatus({ keys: [adminKey(), adminKey({ id: 'ba9876543210' })] }),
    });
    expect(buttonNamed(page, say('admin.keyCreate')).props['isDisabled']).toBe(true);
    expect(page.textContent()).toContain(say('admin.keyTwoActive'));
  });
});

describe('CreateKeyModal', () => {
  it('asks how long the key lives, a year unless told otherwise', async () => {
    const { page, calls } = await openAdminPage({ createKey: created });
    await press(page, say('admin.keyCreate'));
    expect(fieldOf(page, 'expiry').props['value']).toBe('365');
    await page.fire(fieldOf(page, 'expiry'), 'onChange', { target: { value: '90' } });
    await press(page, say('admin.createConfirm'));
    expect(calls.slice(1)).toEqual([
      ['createKey', { expiresInDays: 90 }],
      ['getStatus', undefined],
    ]);
  });

  it('shows the secret once, to be copied, and holds it nowhere when it is closed', async () => {
    const statuses = [adminStatus(), adminStatus({ keys: [adminKey(), adminKey({ id: created.id })] }), adminStatus()];
    const { page } = await openAdminPage({ createKey: created, getStatus: () => statuses.shift() });
    await press(page, say('admin.keyCreate'));
    await press(page, say('admin.createConfirm'));
    expect(fieldOf(page, 'secret').props).toMatchObject({ value: secret, isReadOnly: true });
    expect(fieldOf(page, 'new-snippet').props['value']).toContain(`PROMPTLESS_CONFLUENCE_SECRET=${secret}`);
    expect(rowsOf(page, KEYS)).toHaveLength(2);
    expect(page.find('Modal').props['onClose']).toBeUndefined();

    await press(page, say('admin.newDone'));
    expect(page.findAll('Modal')).toEqual([]);
    expect(everything(page)).not.toContain(secret);
  });

  it('shows no secret when the next key is asked for', async () => {
    const { page } = await openAdminPage({ createKey: created });
    await press(page, say('admin.keyCreate'));
    await press(page, say('admin.createConfirm'));
    await press(page, say('admin.newDone'));
    await press(page, say('admin.keyCreate'));
    expect(page.findAll('Modal')).toHaveLength(1);
    expect(everything(page)).not.toContain(secret);
  });

  it.each(['too-many-keys', 'busy', 'storage-unavailable'] as const)(
    'says why no key was made on %s, and shows the keys there are by now',
    async (refused) => {
      const now = adminStatus({ keys: [adminKey(), adminKey({ id: 'ba9876543210' })] });
      const statuses = [adminStatus(), now];
      const { page } = await openAdminPage({ createKey: { refused }, getStatus: () => statuses.shift() });
      await press(page, say('admin.keyCreate'));
      await press(page, say('admin.createConfirm'));
      expect(textOf(page.find('Modal'))).toContain(say(`refusal.${refused}`));
      expect(rowsOf(page, KEYS)).toHaveLength(2);
    },
  );

  it('makes one key when its button is pressed twice before that is drawn, and goes on showing its secret', async () => {
    const answers = [created, { refused: 'too-many-keys' }];
    const { page, calls } = await openAdminPage({ createKey: () => answers.shift() });
    await press(page, say('admin.keyCreate'));
    const button = asDrawn(buttonNamed(page, say('admin.createConfirm')));
    await page.fire(button, 'onClick');
    await page.fire(button, 'onClick');
    expect(calls.filter(([name]) => name === 'createKey')).toHaveLength(1);
    expect(fieldOf(page, 'secret').props['value']).toBe(secret);
  });

  it('does not lose the secret to a press of “Cancel” that was on its way', async () => {
    const { page } = await openAdminPage({ createKey: created });
    await press(page, say('admin.keyCreate'));
    const cancel = asDrawn(buttonNamed(page, say('admin.cancel')));
    await press(page, say('admin.createConfirm'));
    await page.fire(cancel, 'onClick');
    expect(fieldOf(page, 'secret').props['value']).toBe(secret);
  });

  it('takes what is no key for no answer', async () => {
    const { page } = await openAdminPage({ createKey: { id: 'ba9876543210' } });
    await press(page, say('admin.keyCreate'));
    await press(page, say('admin.createConfirm'));
    expect(textOf(page.find('Modal'))).toContain(say('common.noAnswer'));
  });

  it.each([
    ['got no answer', new Error('the answer was lost')],
    ['failed with the storage', { refused: 'storage-unavailable' }],
  ])('does not say that no key was made when that %s, but what to look for', async (_, createKey) => {
    const { page } = await openAdminPage({ createKey });
    await press(page, say('admin.keyCreate'));
    await press(page, say('admin.createConfirm'));
    const message = textOf(page.find('SectionMessage'));
    expect(message).toContain(say('admin.createUnsure'));
    expect(message).toContain(say('admin.createUnsureHelp'));
    expect(message).not.toContain(say('admin.createFailed'));
  });

  it('makes none when it is cancelled', async () => {
    const { page, calls } = await openAdminPage();
    await press(page, say('admin.keyCreate'));
    await press(page, say('admin.cancel'));
    expect(page.findAll('Modal')).toEqual([]);
    expect(calls).toHaveLength(1);
  });
});

describe('RevokeKeyModal', () => {
  const other = adminKey({ id: 'ba9876543210' });

  it('names what stops and what goes on, and revokes when it is confirmed', async () => {
    const { page, calls } = await openAdminPage({
      getStatus: adminStatus({ keys: [adminKey(), other] }),
      revokeKey: adminStatus({ keys: [other] }),
    });
    await press(page, 'Revoke 0123456789ab');
    expect(textOf(page.find('Modal'))).toContain(say('admin.revokeStops'));
    expect(textOf(page.find('Modal'))).toContain(say('admin.revokeOther', { id: other.id }));
    expect(calls).toHaveLength(1);
    await press(page, say('admin.revokeConfirm'));
    expect(calls.at(-1)).toEqual(['revokeKey', { keyId: '0123456789ab' }]);
    expect(page.findAll('Modal')).toEqual([]);
    expect(rowsOf(page, KEYS).map(([id]) => id)).toEqual([other.id]);
  });

  it('says that the only key is the last one', async () => {
    const { page } = await openAdminPage();
    await press(page, 'Revoke 0123456789ab');
    expect(textOf(page.find('Modal'))).toContain(say('admin.revokeOnly'));
  });

  it('revokes nothing when it is cancelled', async () => {
    const { page, calls } = await openAdminPage();
    await press(page, 'Revoke 0123456789ab');
    await page.fire(page.find('Modal'), 'onClose');
    expect(page.findAll('Modal')).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  it('shows the keys as they are now when another admin was faster', async () => {
    const { page } = await openAdminPage({
      revokeKey: { ...adminStatus({ keys: [other] }), refused: 'key-not-found' },
    });
    await press(page, 'Revoke 0123456789ab');
    await press(page, say('admin.revokeConfirm'));
    expect(page.textContent()).toContain(say('refusal.key-not-found'));
    expect(rowsOf(page, KEYS).map(([id]) => id)).toEqual([other.id]);
  });
});
