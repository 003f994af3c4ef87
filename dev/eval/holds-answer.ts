import type { EvalAnswer } from './eval-set';
import { heldShare } from './held-share';

/** An answer counts as held from this share of its tokens on. */
const HELD = 0.8;

/** Whether excerpts hold an answer. */
export const holdsAnswer = (excerpts: readonly string[], { text }: EvalAnswer): boolean =>
  heldShare(excerpts, text) >= HELD;
