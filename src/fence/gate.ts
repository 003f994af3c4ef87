import { whyHeldBack, type Confined, type Fence } from './why-held-back';

declare const admitted: unique symbol;
/** Content that has passed the gate; only {@link admitContent} makes it. */
export type Admitted<T extends Confined> = T & { readonly [admitted]: true };

export type GateDecision<T extends Confined> = {
  readonly admitted: readonly Admitted<T>[];
  /** For counting inside the app only: the number itself says something about what is closed. */
  readonly droppedCount: number;
};

/**
 * The one gate: lets through current content of current spaces that are open by space **id**, without what the site or
 * the space excludes.
 */
export const admitContent = <T extends Confined>(fence: Fence, contents: readonly T[]): GateDecision<T> => {
  const passed = contents.filter((content): content is Admitted<T> => whyHeldBack(fence, content) === undefined);
  return { admitted: passed, droppedCount: contents.length - passed.length };
};
