import * as v from 'valibot';
import { patchPage } from './patch-page';
import { sitePatchSchema } from './patch-schema';
import { patchSpace } from './patch-space';
import { SiteContentError } from './site-content-error';
import { createSiteDraft } from './site-draft';
import type { SiteState } from './site-state';

/**
 * Makes the state after a change; the one before stays as it is. Spaces are changed first, purged ones before all
 * others, so that a purged key can be taken in the same change.
 * @throws {SiteContentError} naming the member that is wrong
 */
export const patchSite = (state: SiteState, patch: unknown, now: string): SiteState => {
  const parsed = v.safeParse(sitePatchSchema, patch);
  if (!parsed.success) throw new SiteContentError(describe(parsed.issues[0]));
  const draft = createSiteDraft(state);
  for (const [key, change] of purgesFirst(parsed.output.spaces)) patchSpace(draft, key, change, now);
  for (const [id, change] of purgesFirst(parsed.output.pages)) patchPage(draft, id, change, now);
  return draft.finish();
};

const purgesFirst = <T>(
  changes: Readonly<Record<string, T | null>> | undefined,
): readonly (readonly [string, T | null])[] => {
  const entries = Object.entries(changes ?? {});
  return [...entries.filter(([, change]) => change === null), ...entries.filter(([, change]) => change !== null)];
};

const describe = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue) ?? '(the patch itself)';
  return `${path}: ${issue.message}`;
};
