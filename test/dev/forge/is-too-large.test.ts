import { describe, expect, it } from '@jest/globals';

import { isTooLarge } from '../../../dev/forge/is-too-large';

describe('isTooLarge', () => {
  it.each([
    ['admin/admin.js', 100_000, false],
    ['admin/admin.js', 100_001, true],
    ['functions/index.cjs', 190_000, false],
  ])('judges %s of %d bytes', (file, bytes, verdict) => {
    expect(isTooLarge(file, bytes)).toBe(verdict);
  });
});
