import type { Failure } from '../../refusals/failure';

/** A space as a bulk change names it. */
export type BulkSpace = { readonly id: string; readonly name: string };

export type BulkPlan = {
  readonly enabled: boolean;
  readonly spaces: readonly BulkSpace[];
  /** Archived spaces of the selection, which cannot be opened. */
  readonly archived: number;
};

export type FailedSpace = BulkSpace & { readonly failure: Failure };

/** How far a bulk change has come. */
export type BulkProgress = {
  readonly enabled: boolean;
  readonly total: number;
  readonly changed: number;
  readonly failed: readonly FailedSpace[];
  /** Spaces that it did not come to. */
  readonly left: readonly BulkSpace[];
};

export type BulkState =
  | { readonly kind: 'none' }
  | { readonly kind: 'confirming'; readonly plan: BulkPlan }
  | { readonly kind: 'running'; readonly progress: BulkProgress; readonly isStopping: boolean }
  | { readonly kind: 'finished'; readonly progress: BulkProgress };
