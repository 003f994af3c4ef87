import * as v from 'valibot';
import { checkDisclosure } from './check-disclosure';
import type { SiteReply } from './model-site';
import { problem } from './reply-shapes';
import { pick, type Trial } from './trial';
import { violated } from './violation';
import { isActive, isSettled, type WorldKey } from './world';

/** What a request is signed with: mostly what an honest caller has. */
export type Credential = {
  readonly with: 'newest' | 'any' | 'foreign';
  readonly index: number;
};

/** Nobody was ever given it. */
const FOREIGN_SECRET = Buffer.alloc(32, 0x5a).toString('base64');
const STEP_MS = 1000;

const keyFor = ({ world }: Trial, { with: which, index }: Credential): WorldKey | undefined => {
  if (which === 'foreign') return undefined;
  if (which === 'any') return pick(world.keys, index);
  return world.keys.findLast((key) => isActive(key, world.nowMs())) ?? world.keys.at(-1);
};

/** Without what is another at each request. */
const stable = ({ status, headers, text }: SiteReply): Pick<SiteReply, 'status' | 'headers' | 'text'> => ({
  status,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== 'server-timing' && name !== 'ratelimit'),
  ),
  text: text.replace(/"requestId":"[^"]*"/, '"requestId":""').replace(/"nextCursor":"[^"]*"/, '"nextCursor":""'),
});

/** Refused: always the same bytes, nothing asked of Confluence, nothing written. */
const checkUnauthorized = ({ unauthorized, world }: Trial, reply: SiteReply): void => {
  const { status, headers, text } = reply;
  unauthorized.reply ??= { status, headers, text };
  const first = unauthorized.reply;
  if (status !== 401 || JSON.stringify({ status, headers, text }) !== JSON.stringify(first)) {
    violated('a refused authentication looks different', reply, first);
  }
  checkDisclosure(world, reply);
  if (reply.calls.some(({ path }) => path !== '/api/v1/secret/get') || reply.calls.length > 1) {
    violated('a refused authentication made the app do something', reply.calls);
  }
};

/** Sends a request a second later; `undefined` when it was refused as it had to be for its key. @throws {Violation} */
export const ask = async (trial: Trial, body: object, credential: Credential): Promise<SiteReply | undefined> => {
  const { site, world, tally } = trial;
  site.clock.advance(STEP_MS);
  const key = keyFor(trial, credential);
  const reply = await site.send(key?.secret ?? FOREIGN_SECRET, body);
  tally.count('requests');
  if (!isSettled(world)) tally.count('asked while the index was behind');
  if (reply.status >= 500 || reply.status === 429) violated('the app failed', body, reply);
  const secret = world.keys.find((each) => reply.text.includes(each.secret));
  if (secret !== undefined) violated('a reply holds a secret', reply.text);
  if (key !== undefined && isActive(key, world.nowMs())) {
    if (reply.status === 401) violated('an active key is refused', reply);
    return reply;
  }
  tally.count('refused: unauthorized');
  if (key?.isRevoked === true) tally.count('refused: revoked key');
  else if (key !== undefined) tally.count('refused: expired key');
  checkUnauthorized(trial, reply);
  return undefined;
};

/** What a reply says is wrong; `undefined` for one that is no problem. */
const codeOf = ({ status, text }: SiteReply): string | undefined =>
  status === 200 ? undefined : v.parse(problem, JSON.parse(text)).code;

/** A problem that says nothing of the site. @throws {Violation} when it is another */
export const checkProblem = ({ world }: Trial, reply: SiteReply, ...codes: readonly string[]): void => {
  const code = codeOf(reply);
  if (code === undefined || !codes.includes(code)) violated(`a reply is no ${codes.join(' or ')}`, reply);
  checkDisclosure(world, reply);
};

/**
 * Two requests of which one is about something hidden and one about nothing look alike, apart from the ids of the requests
 * and the time they took.
 *
 * @throws {Violation}
 */
export const checkAlike = ({ tally }: Trial, hidden: SiteReply, missing: SiteReply): void => {
  tally.count('comparisons with what does not exist');
  if (JSON.stringify(stable(hidden)) !== JSON.stringify(stable(missing))) {
    violated('what is hidden is told apart from what does not exist', hidden, missing);
  }
};
