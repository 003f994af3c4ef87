import { describe, expect, it } from '@jest/globals';

import { openUiKitPage } from './ui-kit-host';

const PAGE = 'test/support/ui-kit-page-with-flag.tsx';

describe('openUiKitPage', () => {
  it('refuses a bridge command that it has no answer to, by name', async () => {
    const page = await openUiKitPage(PAGE, () => undefined);
    expect(() => page.textContent()).toThrow('does not answer "showFlag"');
  });
});
