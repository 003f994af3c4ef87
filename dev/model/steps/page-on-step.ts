import fc from 'fast-check';
import { ask, checkAlike, checkProblem, type Credential } from '../ask';
import { checkSearchReply } from '../check-search-reply';
import type { SiteReply } from '../model-site';
import { isAnyThere, selectedSpaceIds } from '../selected-spaces';
import { CURSOR_LIFETIME_MS, pick, type KeptCursor, type Trial } from '../trial';
import { violated } from '../violation';
import { whyHidden } from '../why-hidden';
import { isSettled } from '../world';
import { checkSpacesReply } from './list-steps';
import { cappedChars, checkReadReply, isRefusedAnyway } from './read-step';
import { credential } from './credential';
import { anyIndex, type Step } from './step';

type PagingOn = {
  readonly cursor: number;
  /** With another request than the cursor was made for. */
  readonly isOther: boolean;
  readonly credential: Credential;
};

type Of<K extends KeptCursor['of']> = Extract<KeptCursor, { readonly of: K }>;

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const checkRefusedCursor = (trial: Trial, reply: SiteReply): void => {
  trial.tally.count('cursors refused');
  checkProblem(trial, reply, 'invalid_request');
};

const searchOn = (trial: Trial, kept: Of<'search'>, reply: SiteReply, isStale: boolean): void => {
  const { world, cursors, tally } = trial;
  if (isRefusedAnyway(trial, reply)) return;
  const selected = selectedSpaceIds(world, kept.body.spaces);
  if (reply.status === 403) {
    tally.count('refused: no space open');
    if (isAnyThere(world, selected) && kept.body.spaces === undefined)
      violated('a further page is refused', kept, reply);
    checkProblem(trial, reply, 'no_space_available');
    return;
  }
  if (isStale || !isSame([...selected].sort(), kept.spaceIds)) {
    checkRefusedCursor(trial, reply);
    return;
  }
  if (reply.status !== 200) violated('a cursor that is still good is refused', kept, reply);
  const { pages, nextCursor: cursor } = checkSearchReply(trial, reply, selected);
  if (cursor !== undefined) cursors.push({ ...kept, cursor, issuedAtMs: world.nowMs() });
  if (pages.length > 0) tally.count('pages on that gave something');
};

const readOn = async (
  trial: Trial,
  kept: Of<'read'>,
  reply: SiteReply,
  { isStale, given }: { readonly isStale: boolean; readonly given: PagingOn },
): Promise<void> => {
  const { world, tally } = trial;
  if (isRefusedAnyway(trial, reply)) return;
  if (isStale || cappedChars(world, kept.body) !== kept.maxChars) {
    checkRefusedCursor(trial, reply);
    return;
  }
  const { pageId } = kept.body;
  const reason = whyHidden(world, pageId);
  if (reason !== undefined) {
    tally.count(`hidden: ${reason}`);
    checkProblem(trial, reply, 'page_not_available');
    const { operation, maxChars } = kept.body;
    const missing = await ask(trial, { operation, maxChars, pageId: trial.tokens.nextPageId() }, given.credential);
    if (missing !== undefined) checkAlike(trial, reply, missing);
    return;
  }
  if (reply.status === 404 && !isSettled(world)) return;
  if (world.pages.get(pageId)?.version !== kept.version) {
    checkRefusedCursor(trial, reply);
    return;
  }
  if (reply.status !== 200) violated('a cursor that is still good is refused', kept, reply);
  checkReadReply(trial, reply, kept.body);
  tally.count('pages on that gave something');
};

const listOn = (trial: Trial, kept: Of<'spaces'>, reply: SiteReply, isStale: boolean): void => {
  const { world, tally } = trial;
  if (world.policy.paused) checkProblem(trial, reply, 'access_paused');
  else if (isStale) checkRefusedCursor(trial, reply);
  else {
    checkSpacesReply(trial, reply, kept);
    tally.count('pages on that gave something');
  }
};

const bodyOf = (kept: KeptCursor): object =>
  kept.of === 'spaces' ? { operation: 'spaces', limit: kept.limit } : kept.body;

/** The same operation, but not what the cursor was made for; a list of spaces has nothing that could differ. */
const otherBody = ({ tokens }: Trial, kept: KeptCursor): object => {
  switch (kept.of) {
    case 'search':
      return { ...kept.body, query: `${kept.body.query} ${tokens.next('nothing')}` };
    case 'read':
      return { ...kept.body, pageId: tokens.nextPageId() };
    case 'spaces':
      return { operation: 'search', query: 'zebra' };
  }
};

/** Goes on with any cursor that was ever given out, whatever has changed meanwhile. */
export const pageOnStep: Step<PagingOn> = {
  name: 'pageOn',
  weight: 10,
  parameters: fc.record({ cursor: anyIndex, isOther: fc.constantFrom(false, false, false, true), credential }),
  run: async (trial, given) => {
    const { world, cursors } = trial;
    // Mostly a late one: early ones have ended.
    const kept = given.cursor % 3 === 0 ? pick(cursors, given.cursor) : cursors.at(-1);
    if (kept === undefined) return;
    const body = given.isOther ? otherBody(trial, kept) : bodyOf(kept);
    const reply = await ask(trial, { ...body, cursor: kept.cursor }, given.credential);
    if (reply === undefined) return;
    const isStale = given.isOther || world.nowMs() >= kept.issuedAtMs + CURSOR_LIFETIME_MS;
    if (given.isOther && kept.of === 'spaces') {
      if (!isRefusedAnyway(trial, reply)) checkRefusedCursor(trial, reply);
      return;
    }
    switch (kept.of) {
      case 'search':
        searchOn(trial, kept, reply, isStale);
        break;
      case 'read':
        await readOn(trial, kept, reply, { isStale, given });
        break;
      case 'spaces':
        listOn(trial, kept, reply, isStale);
    }
  },
};
