import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SearchRequest } from '../../src/contract/search-api';
import { openCursor, sealCursor } from '../../src/search/cursor';
import { parseSearchPosition, searchBinding } from '../../src/search/search-position';
import type { OpenSpace } from '../../src/search/space-groups';

const words = fc.array(fc.stringMatching(/^[a-z",[\]]{1,6}$/), { maxLength: 3 });
const moment = fc.option(fc.nat(10), { nil: undefined });

/** What a cursor is bound to. */
const bound = {
  query: fc.stringMatching(/^[a-z ",[\]]{1,8}$/),
  types: fc.subarray(['page', 'blogpost'] as const, { minLength: 1 }),
  any: words,
  none: words,
  updatedAfter: moment,
  updatedBefore: moment,
  under: fc.option(fc.stringMatching(/^[0-9]{1,3}$/), { nil: undefined }),
  spaceIds: fc.uniqueArray(fc.stringMatching(/^[0-9]{1,3}$/), { minLength: 1, maxLength: 4 }),
};
type Bound = { readonly [K in keyof typeof bound]: (typeof bound)[K] extends fc.Arbitrary<infer T> ? T : never };

const toRequest = ({ query, types, any, none, updatedAfter, updatedBefore, under }: Bound): SearchRequest => ({
  requestId: '7f0c2a5e-1111-4222-8333-444455556666',
  operation: 'search',
  query,
  types,
  labels: { any, none },
  updatedAfter,
  updatedBefore,
  under,
  limit: 10,
  excerptsPerPage: 3,
  maxChars: 12_000,
  maxCharsPerPage: 2_000,
  outline: false,
});
const toSpaces = ({ spaceIds }: Bound): readonly OpenSpace[] => spaceIds.map((id) => ({ id, key: `K${id}` }));
const bindingOf = (of: Bound): string => searchBinding(toRequest(of), toSpaces(of));

const MEMBERS = [
  'query',
  'types',
  'any',
  'none',
  'updatedAfter',
  'updatedBefore',
  'under',
  'spaceIds',
] as const satisfies readonly (keyof Bound)[];

/** The order of a list is no part of what was asked. */
const meaning = (of: Bound): string =>
  JSON.stringify({
    ...of,
    types: [...of.types].sort(),
    any: [...of.any].sort(),
    none: [...of.none].sort(),
    spaceIds: [...of.spaceIds].sort(),
  });

const STATE = { streams: [], seen: ['1'], candidates: 25 };
const secret = Buffer.alloc(32, 7).toString('base64');

describe('a cursor of a search', () => {
  it.each(MEMBERS)('opens for the same %s, and for no other', (member) => {
    fc.assert(
      fc.property(fc.record(bound), fc.record(bound), (one, other) => {
        const changed: Bound = { ...one, [member]: other[member] };
        const seal = { secret, binding: bindingOf(one), nowMs: 0 };
        const cursor = sealCursor(STATE, seal, new Uint8Array(12));
        const opened = openCursor(cursor, { ...seal, binding: bindingOf(changed) });
        expect(opened !== undefined).toBe(meaning(one) === meaning(changed));
      }),
    );
  });

  it('is bound to the same words by every version of the app, in whatever order lists are given', () => {
    const asked: Bound = {
      query: 'zebra',
      types: ['page', 'blogpost'],
      any: ['b', 'a'],
      none: ['d', 'c'],
      updatedAfter: 1,
      updatedBefore: undefined,
      under: '7',
      spaceIds: ['2', '1'],
    };
    const binding = '["search","zebra",["blogpost","page"],["a","b"],["c","d"],1,null,"7",["1","2"]]';
    expect(bindingOf(asked)).toBe(binding);
    expect(bindingOf({ ...asked, types: ['blogpost', 'page'], any: ['a', 'b'], spaceIds: ['1', '2'] })).toBe(binding);
  });

  it('opens for no other operation', () => {
    fc.assert(
      fc.property(fc.record(bound), (one) => {
        const cursor = sealCursor(STATE, { secret, binding: bindingOf(one), nowMs: 0 }, new Uint8Array(12));
        for (const binding of ['["spaces"]', '["read","1",[],20000]']) {
          expect(openCursor(cursor, { secret, binding, nowMs: 0 })).toBeUndefined();
        }
      }),
    );
  });
});

describe('parseSearchPosition', () => {
  const stream = { group: 0, rung: { name: 'any-word', words: ['zebra'] } };

  it.each([
    ['nothing', undefined],
    ['a position of another kind', { after: '1' }],
    ['a group that no search has', { ...STATE, streams: [{ ...stream, group: 4 }] }],
    ['a rung that there is not', { ...STATE, streams: [{ ...stream, rung: { name: 'all', words: [] } }] }],
    ['more candidates than a search asks for', { ...STATE, candidates: 51 }],
    ['a negative place in an answer', { ...STATE, streams: [{ ...stream, skip: -1 }] }],
  ])('reads nothing of %s', (_, value) => {
    expect(parseSearchPosition(value)).toBeUndefined();
  });

  it('reads what a search writes', () => {
    const position = { ...STATE, streams: [{ ...stream, without: ['GONE'], cursor: 'c', skip: 3 }] };
    expect(parseSearchPosition(position)).toEqual(position);
  });
});
