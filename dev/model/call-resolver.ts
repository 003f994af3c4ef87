import fc from 'fast-check';
import * as v from 'valibot';
import { refusable } from './reply-shapes';
import { tokensIn } from './tokens';
import type { Trial } from './trial';
import { violated } from './violation';
import { CONFLUENCE_ADMIN } from './world';

const CALLERS = [CONFLUENCE_ADMIN, 'alice', 'bob', undefined] as const;
export type CallerName = (typeof CALLERS)[number];

/** Mostly somebody who may. */
export const anyCaller = fc.constantFrom<CallerName>(
  CONFLUENCE_ADMIN,
  CONFLUENCE_ADMIN,
  CONFLUENCE_ADMIN,
  'alice',
  ...CALLERS,
);
export const anyAdmin = fc.constantFrom<CallerName>(CONFLUENCE_ADMIN, CONFLUENCE_ADMIN, CONFLUENCE_ADMIN, ...CALLERS);

const STEP_MS = 1000;

type Answer = v.InferOutput<typeof refusable>;

/** Calls a resolver function a second later. Nothing of a page's or a space's words is ever in its answer. */
export const callResolver = async (
  { site, world, tally }: Trial,
  invocation: Parameters<Trial['site']['invoke']>[0],
): Promise<Answer> => {
  site.clock.advance(STEP_MS);
  const answer = v.parse(refusable, await site.invoke(invocation));
  const text = JSON.stringify(answer);
  const stray = tokensIn(text).find((word) => !world.labels.includes(word));
  if (stray !== undefined) violated(`an admin's page is told "${stray}"`, text);
  if (world.keys.some(({ secret }) => text.includes(secret)))
    violated('an admin is told the secret of a key again', text);
  tally.count(answer.refused === undefined ? 'changes by admins' : 'changes refused');
  return answer;
};

/** @throws {Violation} when a change is made that ought to be refused, or refused for another reason */
export const expectRefusal = (answer: Answer, expected: string | undefined): void => {
  if (answer.refused !== expected) {
    violated(`a change is ${answer.refused ?? 'made'} that ought to be ${expected ?? 'made'}`, answer);
  }
};

/** Why the caller may not change what is the site's. */
export const whyNotSite = (as: CallerName): string | undefined =>
  as === CONFLUENCE_ADMIN ? undefined : 'not-confluence-admin';
