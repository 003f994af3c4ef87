import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { SiteContent } from '../content/site-content';
import type { WebTriggerHttpResponse } from '../platform/web-trigger-request';
import { invokeAsUser, type Invocation } from '../site/invoke-as-user';
import { startLocalSite, type LocalSite } from '../site/local-site';
import { openSpaces } from '../site/seed-site';
import { SiteError } from '../site/site-error';
import { DEFAULT_SITE_OPTIONS } from '../site/site-options';
import { FUZZ_CONTENT, HIDDEN_TREE } from './fuzz-content';
import type { Delivery } from './fuzz-request';
import type { Scene } from './scene';

/** A local site with hostile content, and the ways in which it is fuzzed. */
export type FuzzSite = {
  readonly site: Pick<LocalSite, 'secret' | 'clock' | 'platform'>;
  readonly send: (delivery: Delivery) => Promise<WebTriggerHttpResponse>;
  /** Sets the site as an admin would, through the app's own resolvers. @throws {SiteError} */
  readonly set: (scene: Scene) => Promise<void>;
  readonly close: () => Promise<void>;
};

const WEB_TRIGGER = 'search';
const NO_EXCLUSIONS = { labels: [], trees: [], blogPosts: false } as const;

const answer = v.looseObject({ refused: v.optional(v.undefined()) });

const startWith = async ({ spaces, pages }: SiteContent): Promise<LocalSite> => {
  const folder = await mkdtemp(join(tmpdir(), 'promptless-fuzz-'));
  try {
    for (const { key, ...members } of spaces) {
      await mkdir(join(folder, 'spaces', key), { recursive: true });
      await writeFile(join(folder, 'spaces', key, 'space.json'), JSON.stringify(members));
    }
    await writeFile(join(folder, 'pages.jsonl'), pages.map((page) => JSON.stringify(page)).join('\n'));
    const contentPaths = [join(folder, 'spaces'), join(folder, 'pages.jsonl')];
    return await startLocalSite({ ...DEFAULT_SITE_OPTIONS, contentPaths, requestsPerMinute: 0 });
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Starts the site that is fuzzed: the bundled app on the stand-in for Forge, with the embedded Confluence. */
export const startFuzzSite = async (): Promise<FuzzSite> => {
  const site = await startWith(FUZZ_CONTENT);
  const { platform, confluence, clock, secret } = site;
  const ports = { platform, confluence, clock, siteUrl: () => site.url };
  const change = async (invocation: Omit<Invocation, 'as'>): Promise<void> => {
    const answered = await invokeAsUser(ports, { ...invocation, as: 'admin' });
    if (!v.is(answer, answered)) throw new SiteError(`the app refused ${invocation.function}`);
  };
  const exclude = (space: string, exclusions: object): Promise<void> =>
    change({
      module: 'space-settings',
      function: 'setSpaceExclusions',
      payload: { ...NO_EXCLUSIONS, ...exclusions },
      space,
    });
  await exclude('OPN', { labels: ['secret-label'], trees: [HIDDEN_TREE] });
  await exclude('~fuzz', { blogPosts: true });
  await change({
    module: 'admin',
    function: 'setPolicy',
    payload: { exclusions: { ...NO_EXCLUSIONS, labels: ['site-secret'] } },
  });
  // Only a space that is not archived can be opened.
  confluence.patch({ spaces: { ARC: { status: 'archived' } } });

  const path = platform.webTriggerPath(WEB_TRIGGER) ?? '';
  return {
    site: { platform, clock, secret },
    send: (delivery) =>
      delivery.via === 'event'
        ? platform.fireWebTrigger(WEB_TRIGGER, delivery.event)
        : platform.invokeWebTrigger(WEB_TRIGGER, { ...delivery.request, path }),
    set: async ({ open, paused, limits, caps, jumpMs }) => {
      clock.advance(jumpMs);
      await change({ module: 'admin', function: 'setLimits', payload: limits });
      await change({ module: 'admin', function: 'setPolicy', payload: { caps } });
      await change({ module: 'admin', function: 'setPaused', payload: { paused } });
      await openSpaces(ports, { open, isNew: false });
    },
    close: site.close,
  };
};
