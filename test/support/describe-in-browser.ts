/* eslint-disable jest/no-export, jest/valid-title -- stands for `describe`: the name is the test file's */
import { describe, expect, it } from '@jest/globals';

import { hasBrowser } from '../../dev/browser/has-browser';
import { NO_BROWSER } from '../../dev/browser/launch-browser';

/** `describe` for tests that need a browser. Where there is none, one test says so loudly; in CI it fails. */
export const describeInBrowser = (name: string, define: () => void): void => {
  describe(name, () => {
    if (hasBrowser()) define();
    else defineNothing();
  });
};

const defineNothing = (): void => {
  it('has no browser, so that nothing of this was run', () => {
    process.stderr.write(`${NO_BROWSER}\n`);
    expect(process.env['CI'] ?? '').toBe('');
  });
};
