import { hasTooMany, type Exclusions } from './exclusions';
import { exclusionBytes, MAX_EXCLUSION_BYTES } from './opt-in-shard';

/** Whether a space would exclude more than it may. Whoever has more of old may keep it, and exclude less. */
export const excludesTooMuch = (next: Exclusions, former: Exclusions): boolean =>
  hasTooMany(next) || exclusionBytes(next) > Math.max(MAX_EXCLUSION_BYTES, exclusionBytes(former));
