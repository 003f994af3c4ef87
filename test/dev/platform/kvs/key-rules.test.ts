import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { assertKey } from '../../../../dev/platform/kvs/key-rules';
import { KvsRefusal } from '../../../../dev/platform/kvs/kvs-answer';

describe('assertKey', () => {
  const isAccepted = (key: string): boolean => {
    try {
      assertKey(key, 'EMPTY_KEY');
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(KvsRefusal);
      return false;
    }
  };
  const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:._-# \t\n';

  it('takes any text of the allowed characters that is not all white space', () => {
    const allowed = fc.string({ unit: fc.constantFrom(...Array.from(ALPHABET)), minLength: 1, maxLength: 500 });
    fc.assert(
      fc.property(allowed, (key) => {
        expect(isAccepted(key)).toBe(key.trim() !== '');
      }),
    );
  });

  it('takes no text with a character outside them', () => {
    const other = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
      .filter((text) => !/^[\w:.\s#-]+$/.test(text));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from(ALPHABET)) }), other, (start, character) => {
        expect(isAccepted(`${start}${character}`)).toBe(false);
      }),
    );
  });
});
