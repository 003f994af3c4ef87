import type { SearchResult } from '../contract/search-api';
import type { LeftOutPage } from '../contract/space-settings-api';
import { whyHeldBack, type Fence } from '../fence/why-held-back';
import type { CqlText } from './cql-text';
import type { Heard } from './listen-to-answers';
import type { ContentHit } from './parse-search-answer';

export type Finds = {
  /** What Promptless gets. */
  readonly results: readonly SearchResult[];
  /** What the caller finds with the same query. */
  readonly callerHits: readonly ContentHit[];
  /** Content that was asked for by its id, as far as the caller may see it. */
  readonly alsoVisible: readonly ContentHit[];
  readonly webBase: string;
  readonly cql: CqlText;
  readonly heard: Heard;
  readonly fence: Fence;
};

export type ComparedFinds = {
  readonly results: readonly SearchResult[];
  readonly hiddenCount: number;
  readonly leftOut: readonly LeftOutPage[];
};

type Reason = Pick<LeftOutPage, 'reason' | 'label'>;

const whyLeftOut = (hit: ContentHit, { cql, heard, fence }: Finds): Reason | undefined => {
  const heldBack = whyHeldBack(fence, hit);
  // What the app was given it may see. What it was not given may only have come later, unless nothing did.
  if (heldBack === undefined)
    return { reason: heard.has(hit.id) || !heard.isComplete(cql) ? 'not-among-first' : 'not-visible-to-app' };
  switch (heldBack.reason) {
    case 'label':
    case 'tree':
    case 'blog-post':
      return heldBack;
    // Of another space, or archived by now: no page of this one.
    case 'space-not-open':
    case 'not-current':
      return undefined;
  }
};

/**
 * Holds what Promptless gets against what the caller may see: nothing is shown that the caller may not view, and what only
 * the caller finds is told with the reason.
 */
export const compareFinds = (finds: Finds): ComparedFinds => {
  const { results, callerHits, alsoVisible, webBase, fence } = finds;
  const visible = new Set(
    [...callerHits, ...alsoVisible].flatMap(({ id, spaceId }) => (fence.open.has(spaceId) ? [id] : [])),
  );
  const given = new Set(results.map(({ page }) => page.id));
  const shown = results.filter(({ page }) => visible.has(page.id));
  return {
    results: shown,
    hiddenCount: results.length - shown.length,
    leftOut: callerHits.flatMap((hit) => {
      const why = given.has(hit.id) ? undefined : whyLeftOut(hit, finds);
      return why === undefined ? [] : [{ id: hit.id, title: hit.title, url: `${webBase}${hit.webPath}`, ...why }];
    }),
  };
};
