import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startLocalSite } from '../../../dev/site/local-site';
import { DEFAULT_SITE_OPTIONS, type SiteOptions } from '../../../dev/site/site-options';
import { contentFile } from '../../support/content-file';

const folder = mkdtempSync(join(tmpdir(), 'promptless-state-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const content = contentFile([
  { space: 'ENG', title: 'Deploying', storage: '<p>zebra</p>' },
  { space: 'DOCS', title: 'Guide', storage: '<p>zebra</p>' },
]);

/** Starts a site on the state of the ones before, and ends it. */
const restart = async (options: Partial<SiteOptions> = {}) => {
  const site = await startLocalSite({
    ...DEFAULT_SITE_OPTIONS,
    contentPaths: [content],
    stateFile: join(folder, 'state.json'),
    ...options,
  });
  await site.close();
  return { secret: site.secret, openKeys: site.openKeys };
};

describe('a local site with a state file', () => {
  it('keeps its key and its open spaces, and changes them only where it is told to', async () => {
    const first = await restart({ open: ['ENG'] });
    expect(first.openKeys).toEqual(['ENG']);
    expect(await restart()).toEqual(first);
    expect((await restart({ open: ['DOCS'] })).openKeys).toEqual(['DOCS']);
    expect((await restart()).openKeys).toEqual(['DOCS']);
    expect((await restart({ open: 'none' })).openKeys).toEqual([]);
    const secret = Buffer.alloc(48, 3).toString('base64');
    expect(await restart({ secret })).toEqual({ secret, openKeys: [] });
  });
});
