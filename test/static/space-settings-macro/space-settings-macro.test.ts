import { describe, expect, it } from '@jest/globals';

import type { SpaceAccess } from '../../../src/contract/settings-api';
import { refusalMessages } from '../../../static/refusals/messages';
import { messages } from '../../../static/space-access/messages';
import { openUiKitPage } from '../../support/ui-kit-host';

const ENTRY = 'static/space-settings-macro/index.tsx';
const closed: SpaceAccess = { enabled: false, mayChange: true, mayOpen: true, paused: false };

describe('SpaceSettingsMacro', () => {
  it('shows a reader who does not administer the space how it stands, and no toggle', async () => {
    const page = await openUiKitPage(ENTRY, () => ({ ...closed, mayChange: false }));
    expect(page.textContent()).toContain(messages.closed);
    expect(page.findAll('Toggle')).toEqual([]);
  });

  it('lets an administrator of the space open it', async () => {
    const calls: unknown[] = [];
    const page = await openUiKitPage(ENTRY, (functionKey, payload) => {
      calls.push([functionKey, payload]);
      return { ...closed, enabled: functionKey === 'setSpaceAccess' };
    });
    await page.fire(page.find('Toggle'), 'onChange');
    expect(calls.at(-1)).toEqual(['setSpaceAccess', { enabled: true }]);
    expect(page.textContent()).toContain(messages.open(undefined));
  });

  it('keeps the old value and says why when the change is refused', async () => {
    const page = await openUiKitPage(ENTRY, (functionKey) =>
      functionKey === 'getSpaceAccess' ? closed : { ...closed, refused: 'busy' },
    );
    await page.fire(page.find('Toggle'), 'onChange');
    expect(page.find('Toggle').props['isChecked']).toBe(false);
    expect(page.textContent()).toContain(refusalMessages.busy);
  });
});
