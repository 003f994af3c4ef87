import fc from 'fast-check';
import type { Credential } from '../ask';
import { anyIndex } from './step';

/** Mostly the newest key; at times one that may have ended, or somebody else's. */
export const credential: fc.Arbitrary<Credential> = fc.record({
  with: fc.constantFrom('newest', 'newest', 'newest', 'newest', 'newest', 'newest', 'any', 'any', 'foreign'),
  index: anyIndex,
});
