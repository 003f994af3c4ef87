import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseApiRequest } from '../../src/contract/parse-api-request';

const ID = '0b9f0c3e-6a3c-4b7e-9a55-2f1f6a9f3d10';
const search = (members: Readonly<Record<string, unknown>> = {}) => ({
  requestId: ID,
  operation: 'search',
  query: 'api',
  ...members,
});

const read = (members: Readonly<Record<string, unknown>> = {}) => ({
  requestId: ID,
  operation: 'read',
  pageId: '98432',
  ...members,
});

const errorsOf = (value: unknown) => {
  const parsed = parseApiRequest(value);
  return parsed.kind === 'invalid' ? parsed.errors : [];
};

describe('parseApiRequest', () => {
  it('fills in the defaults of a search', () => {
    expect(parseApiRequest(search())).toEqual({
      kind: 'request',
      request: {
        requestId: ID,
        operation: 'search',
        query: 'api',
        types: ['page', 'blogpost'],
        labels: { any: [], none: [] },
        limit: 10,
        excerptsPerPage: 3,
        maxChars: 12_000,
        maxCharsPerPage: 2_000,
        outline: false,
      },
    });
  });

  it('fills in the defaults of a reading, and accepts each limit', () => {
    const request = { requestId: ID, operation: 'read', pageId: '98432', section: [], maxChars: 20_000 };
    expect(parseApiRequest(read())).toEqual({ kind: 'request', request });
    const largest = { pageId: 'x'.repeat(255), section: Array.from({ length: 6 }, () => 'h'.repeat(1000)) };
    expect(errorsOf(read({ ...largest, maxChars: 200_000 }))).toEqual([]);
    expect(errorsOf(read({ maxChars: 500 }))).toEqual([]);
  });

  it('reads dates and date-times as moments', () => {
    const parsed = parseApiRequest(search({ updatedAfter: '2026-01-02', updatedBefore: '2026-01-02T10:00:00+01:00' }));
    expect(parsed).toMatchObject({
      request: { updatedAfter: Date.UTC(2026, 0, 2), updatedBefore: Date.UTC(2026, 0, 2, 9) },
    });
  });

  it('knows the other operations', () => {
    expect(parseApiRequest({ requestId: ID, operation: 'spaces' })).toMatchObject({ request: { limit: 100 } });
    expect(parseApiRequest({ requestId: ID, operation: 'status' })).toMatchObject({ kind: 'request' });
  });

  it('accepts each limit and refuses one beyond it', () => {
    const limits: readonly [string, number, number][] = [
      ['limit', 1, 25],
      ['excerptsPerPage', 1, 5],
      ['maxChars', 500, 50_000],
      ['maxCharsPerPage', 200, 20_000],
    ];
    for (const [member, min, max] of limits) {
      expect(errorsOf(search({ [member]: min }))).toEqual([]);
      expect(errorsOf(search({ [member]: max }))).toEqual([]);
      const detail = `must be a whole number from ${min} to ${max}`;
      for (const wrong of [min - 1, max + 1, min + 0.5, String(min), null]) {
        expect(errorsOf(search({ [member]: wrong }))).toEqual([{ pointer: `/${member}`, detail }]);
      }
    }
  });

  it('measures a query in UTF-16 code units', () => {
    expect(errorsOf(search({ query: '🚀'.repeat(500) }))).toEqual([]);
    expect(errorsOf(search({ query: '🚀'.repeat(501) }))).toHaveLength(1);
  });

  it.each<[unknown, string, string]>([
    [null, '', 'must be a JSON object'],
    [undefined, '', 'must be a JSON object'],
    ['text', '', 'must be a JSON object'],
    [[], '/operation', 'must be one of search, read, spaces, status'],
    [{ requestId: ID }, '/operation', 'must be one of search, read, spaces, status'],
    [{ requestId: ID, operation: 'delete' }, '/operation', 'must be one of search, read, spaces, status'],
    [{ operation: 'status' }, '/requestId', 'is required'],
    [{ requestId: 'x', operation: 'status' }, '/requestId', 'must be a UUID'],
    [search({ limt: 3 }), '/limt', 'is not known'],
    [search({ labels: [] }), '/labels', 'must be an object'],
    [search({ labels: { some: [] } }), '/labels/some', 'is not known'],
    [search({ 'a/b~c': 1 }), '/a~1b~0c', 'is not known'],
    [JSON.parse(`{"requestId":"${ID}","operation":"status","__proto__":{"x":1}}`), '/__proto__', 'is not known'],
    [search({ query: '' }), '/query', 'must have 1 to 1000 characters'],
    [search({ spaces: [] }), '/spaces', 'must name at least one space'],
    [search({ spaces: ['ENG', 7] }), '/spaces/1', 'must be a string'],
    [search({ spaces: Array.from({ length: 101 }, () => 'A') }), '/spaces', 'must have at most 100 items'],
    [search({ types: ['comment'] }), '/types/0', 'must be one of page, blogpost'],
    [search({ labels: { any: Array.from({ length: 21 }, () => 'a') } }), '/labels/any', 'must have at most 20 items'],
    [search({ updatedAfter: 'soon' }), '/updatedAfter', 'must be an RFC 3339 date or date-time'],
    [search({ updatedAfter: '2026-02-30' }), '/updatedAfter', 'must be a date that exists'],
    [search({ under: '12) OR (type = page' }), '/under', 'must be a page id'],
    [search({ under: 'abc' }), '/under', 'must be a page id'],
    [search({ under: '1'.repeat(65) }), '/under', 'must be a page id'],
    [{ requestId: ID, operation: 'read' }, '/pageId', 'is required'],
    [read({ pageId: '1" OR space = "HR' }), '/pageId', 'must be a page id'],
    [read({ pageId: 98432 }), '/pageId', 'must be a string'],
    [read({ pageId: 'x'.repeat(256) }), '/pageId', 'must be a page id'],
    [read({ section: 'Errors' }), '/section', 'must be an array'],
    [read({ section: [''] }), '/section/0', 'must have 1 to 1000 characters'],
    [read({ section: Array.from({ length: 7 }, () => 'a') }), '/section', 'must have at most 6 items'],
    [read({ maxChars: 499 }), '/maxChars', 'must be a whole number from 500 to 200000'],
    [read({ maxChars: 200_001 }), '/maxChars', 'must be a whole number from 500 to 200000'],
    [read({ query: 'api' }), '/query', 'is not known'],
    [search({ outline: 'yes' }), '/outline', 'must be true or false'],
  ])('refuses %j and points at %s', (value, pointer, detail) => {
    expect(errorsOf(value)).toEqual([{ pointer, detail }]);
  });

  it('never throws and never repeats what was sent', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 12 }), (value, secret) => {
        parseApiRequest(value);
        const details = errorsOf(search({ query: [secret], spaces: secret, limit: secret })).map(
          ({ detail }) => detail,
        );
        expect(details.join()).not.toContain(secret);
        expect(details).toHaveLength(3);
      }),
    );
  });
});
