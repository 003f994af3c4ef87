import fc from 'fast-check';
import * as v from 'valibot';
import { ask, checkAlike, checkProblem, type Credential } from '../ask';
import { checkDisclosure, checkShownPage } from '../check-disclosure';
import type { SiteReply } from '../model-site';
import { readReply } from '../reply-shapes';
import { tokensIn } from '../tokens';
import { pickPageId, type ReadBody, type Trial } from '../trial';
import { violated } from '../violation';
import { whyHidden } from '../why-hidden';
import { isSettled, openSpaceIds, wordsOf, type World } from '../world';
import { credential } from './credential';
import { anyIndex, type Step } from './step';

/** At its highest the cap is none. */
const NO_CAP = 50_000;

/** Characters that a reading gets at most, as the site's caps are now. */
export const cappedChars = ({ policy }: World, { maxChars }: ReadBody): number =>
  policy.maxChars === NO_CAP ? maxChars : Math.min(maxChars, policy.maxChars);

/** Checks a piece of a page. @throws {Violation} */
export const checkReadReply = (
  { world, cursors, tally }: Trial,
  { headers, text }: SiteReply,
  body: ReadBody,
): { readonly markdown: string; readonly truncated: boolean } => {
  const { page: shown, markdown, truncated, nextCursor } = v.parse(readReply, JSON.parse(text));
  if (shown.id !== body.pageId) violated(`page ${shown.id} is read in place of ${body.pageId}`, text);
  const page = checkShownPage(world, shown, text);
  const stray = tokensIn(markdown).find((word) => !wordsOf(page).includes(word));
  if (stray !== undefined) violated(`the text of page ${page.id} holds "${stray}"`, text);
  checkDisclosure(world, { headers, text }, { pages: [page] });
  if (truncated !== (nextCursor !== undefined)) violated('a piece that is cut has a cursor, and no other', text);
  if (nextCursor !== undefined) {
    cursors.push({
      of: 'read',
      cursor: nextCursor,
      body,
      issuedAtMs: world.nowMs(),
      version: page.version,
      maxChars: cappedChars(world, body),
    });
  }
  tally.count('reads that gave text');
  return { markdown, truncated };
};

/** A reading that comes to nothing before any page is looked for; says whether it does. @throws {Violation} */
export const isRefusedAnyway = (trial: Trial, reply: SiteReply): boolean => {
  const { world, tally } = trial;
  if (world.policy.paused) {
    tally.count('refused: paused');
    checkProblem(trial, reply, 'access_paused');
    if (reply.calls.some(({ to }) => to === 'confluence'))
      violated('Confluence is asked while the app is paused', reply);
    return true;
  }
  if (openSpaceIds(world).length > 0) return false;
  tally.count('refused: no space open');
  checkProblem(trial, reply, 'no_space_available');
  return true;
};

type Reading = {
  readonly page: number;
  readonly section: 'none' | 'own' | 'unknown';
  readonly maxChars: number;
  readonly credential: Credential;
};

const toBody = ({ world, tokens }: Trial, { page, section, maxChars }: Reading): ReadBody | undefined => {
  const pageId = pickPageId(world, page);
  if (pageId === undefined) return undefined;
  const heading = world.pages.get(pageId)?.heading ?? tokens.next('nothing');
  const path = section === 'own' ? heading : tokens.next('nothing');
  return { operation: 'read', pageId, maxChars, ...(section === 'none' ? {} : { section: [`About ${path}`] }) };
};

/** Reads any page that is or ever was. */
export const readStep: Step<Reading> = {
  name: 'read',
  weight: 14,
  parameters: fc.record({
    page: anyIndex,
    section: fc.constantFrom('none', 'none', 'none', 'own', 'unknown'),
    maxChars: fc.constantFrom(500, 500, 20_000),
    credential,
  }),
  run: async (trial, given) => {
    const { world, tally, tokens } = trial;
    const body = toBody(trial, given);
    if (body === undefined) return;
    const reply = await ask(trial, body, given.credential);
    if (reply === undefined || isRefusedAnyway(trial, reply)) return;
    const reason = whyHidden(world, body.pageId);
    if (reason !== undefined) {
      tally.count(`hidden: ${reason}`);
      checkProblem(trial, reply, 'page_not_available');
      const missing = await ask(trial, { ...body, pageId: tokens.nextPageId() }, given.credential);
      if (missing !== undefined) checkAlike(trial, reply, missing);
      return;
    }
    if (reply.status === 404 && !isSettled(world)) {
      checkProblem(trial, reply, 'page_not_available');
      return;
    }
    if (given.section === 'unknown') {
      checkProblem(trial, reply, 'invalid_request');
      return;
    }
    if (reply.status !== 200) violated(`page ${body.pageId} is not given`, reply);
    const { markdown, truncated } = checkReadReply(trial, reply, body);
    const missing = world.pages.get(body.pageId)?.texts.find((word) => !markdown.includes(word));
    if (!truncated && missing !== undefined) violated(`"${missing}" is not in the text of page ${body.pageId}`, reply);
  },
};
