import { describe, expect, it } from '@jest/globals';

import { parseLabel } from '../../../static/exclusions/parse-label';

describe('parseLabel', () => {
  it('spells a label as the app keeps it', () => {
    expect(parseLabel('  Intern\u0061\u0308  ')).toBe('intern\u00e4');
  });

  it.each(['', '  ', 'two words', 'a,b', 'a\u0000b', 'x'.repeat(256)])('refuses %j', (typed) => {
    expect(parseLabel(typed)).toBeUndefined();
  });

  it('takes a label of the full length', () => {
    expect(parseLabel('x'.repeat(255))).toHaveLength(255);
  });
});
