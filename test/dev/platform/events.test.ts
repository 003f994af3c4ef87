import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ForgePlatform } from '../../../dev/platform/forge-platform';
import { ask, startPlatform } from './support/start-platform';

describe('createFireEvent', () => {
  let platform: ForgePlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.close());

  it('runs the function that the manifest subscribes to a lifecycle event', async () => {
    await platform.fireEvent('avi:forge:installed:app', { id: 'installation' });
    expect(await ask(platform, 'get', { key: 'remembered' })).toEqual({
      value: { eventType: 'avi:forge:installed:app', id: 'installation' },
    });
  });

  it('runs a scheduled trigger by its key', async () => {
    await platform.fireEvent('scheduledTrigger:nightly', { at: 'night' });
    expect(await ask(platform, 'get', { key: 'remembered' })).toEqual({ value: { at: 'night' } });
  });

  it('refuses an event that nothing subscribes to', async () => {
    await expect(platform.fireEvent('avi:confluence:deleted:space:V2', {})).rejects.toMatchObject({
      name: 'PlatformError',
      code: 'unknown-event',
    });
  });
});
