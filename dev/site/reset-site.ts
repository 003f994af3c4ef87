import * as v from 'valibot';
import { keepSecret } from './keep-secret';
import type { LocalSite } from './local-site';
import { openSpaces } from './seed-site';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** How long before now a site that was reset was set up. */
export const SET_UP_DAYS_AGO = 28;

/**
 * Puts the app back to how it was when the site was started, with the same secret, and takes the faults away: as if it had
 * been set up {@link SET_UP_DAYS_AGO} days ago and not been touched since. Content stays as it is. The site's clock moves on
 * by a minute, so that what was read and written before is not held against what comes.
 */
export const resetSite = async (site: LocalSite): Promise<void> => {
  const { platform, confluence, clock } = site;
  platform.setFaults([]);
  forgetEverything(site);
  clock.advance(-SET_UP_DAYS_AGO * DAY_MS);
  try {
    const ports = { platform, confluence, siteUrl: () => site.url, clock };
    await keepSecret(ports, site.secret);
    await openSpaces(ports, { open: site.openKeys, isNew: true });
  } finally {
    clock.advance(SET_UP_DAYS_AGO * DAY_MS + MINUTE_MS);
  }
  platform.clearCalls();
};

const stored = v.record(v.string(), v.record(v.string(), v.unknown()));

const forgetEverything = ({ platform }: LocalSite): void => {
  for (const [collection, records] of Object.entries(v.parse(stored, platform.storageDump()))) {
    for (const key of Object.keys(records)) {
      const [kind, entityName] = collection.split(':');
      if (kind === 'entity') platform.callStorage('/api/v1/entity/delete', { key, entityName });
      else platform.callStorage(kind === 'secret' ? '/api/v1/secret/delete' : '/api/v1/delete', { key });
    }
  }
};
