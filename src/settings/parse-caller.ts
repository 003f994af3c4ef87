import * as v from 'valibot';
import { parseSpaceId } from '../fence/space-id';
import type { Caller } from './caller';

/** Account id of somebody who is not logged in. */
const ANONYMOUS = 'unidentified';

/** Each member by itself: one that is odd takes nothing from the others. */
const context = v.object({
  accountId: v.fallback(v.optional(v.string()), undefined),
  siteUrl: v.fallback(v.optional(v.pipe(v.string(), v.url())), undefined),
  extension: v.fallback(v.optional(v.object({ space: v.optional(v.object({ id: v.unknown() })) })), undefined),
});

/** Reads a resolver's context. What is not as documented is left out, so that the caller has fewer rights, not more. */
export const parseCaller = (value: unknown): Caller => {
  const parsed = v.safeParse(context, value);
  if (!parsed.success) return {};
  const { accountId, siteUrl, extension } = parsed.output;
  const spaceId = parseSpaceId(extension?.space?.id);
  return {
    ...(accountId === undefined || accountId === '' || accountId === ANONYMOUS ? {} : { accountId }),
    ...(spaceId === undefined ? {} : { spaceId }),
    ...(siteUrl === undefined ? {} : { siteUrl: siteUrl.replace(/\/+$/, '') }),
  };
};
