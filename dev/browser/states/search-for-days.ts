import { randomUUID } from 'node:crypto';

import { signRequest } from '../../sign-request';
import type { LocalSite } from '../../site/local-site';
import { SET_UP_DAYS_AGO } from '../../site/reset-site';

const DAY_MS = 86_400_000;

/** Searches a day, in turn. */
const PATTERN = [2, 0, 1, 3, 1, 0, 0];

const QUERIES = ['how do we version our API', 'roll back a release', 'who is on call at night'];

/** Searches as Promptless does, on each day since the site was set up, so that there is something to count. */
export const searchForDays = async (site: LocalSite): Promise<void> => {
  const { clock } = site;
  clock.advance(-SET_UP_DAYS_AGO * DAY_MS);
  for (let day = 0; day < SET_UP_DAYS_AGO; day += 1) {
    clock.advance(DAY_MS);
    for (let turn = 0; turn < (PATTERN[day % PATTERN.length] ?? 0); turn += 1) {
      await search(site, QUERIES[(day + turn) % QUERIES.length] ?? '');
    }
  }
};

const search = async ({ webTriggerUrl, secret, clock }: LocalSite, query: string): Promise<void> => {
  const body = JSON.stringify({ requestId: randomUUID(), operation: 'search', query, spaces: ['ENG'] });
  const headers = { ...signRequest({ secret, body, nowMs: clock.now() }) };
  const answer = await fetch(webTriggerUrl, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`A search was refused: ${answer.status} ${await answer.text()}`);
};
