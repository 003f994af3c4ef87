import { describe, expect, it } from '@jest/globals';

import { createFaults } from '../../../../dev/platform/proxy/faults';

describe('createFaults', () => {
  const take = (fault: object, call = 'GET /wiki/rest/api/search?cql=x') => {
    const faults = createFaults();
    faults.set([fault]);
    const [method = '', path = ''] = call.split(' ');
    return faults.take(method, path);
  };

  it.each(['/wiki/rest/api/search', 'GET /wiki', '/wiki/rest/', '/^get .*search/i', '/cql=.$/'])(
    'finds %s in the method and the path',
    (match) => {
      expect(take({ match, status: 500 })).toMatchObject({ answer: { status: 500 } });
    },
  );

  it.each(['POST', '/wiki/api/v2', '/^POST/'])('does not find %s', (match) => {
    expect(take({ match, status: 500 })).toBeUndefined();
  });

  it('sends a string as it is and anything else as JSON', () => {
    expect(take({ match: 'GET', body: '<html>' })?.answer).toMatchObject({ status: 200, body: '<html>' });
    expect(take({ match: 'GET', body: { a: 1 } })?.answer?.body).toBe('{"a":1}');
  });

  it('uses the first fault that is not used up', () => {
    const faults = createFaults();
    faults.set([
      { match: 'GET', status: 500, times: 1 },
      { match: 'GET', status: 503 },
    ]);
    expect(['a', 'b', 'c'].map((path) => faults.take('GET', path)?.answer?.status)).toEqual([500, 503, 503]);
  });

  it.each([
    ['no list', { match: 'x' }],
    ['no match', [{ status: 500 }]],
    ['an unknown member', [{ match: 'x', code: 500 }]],
    ['a status that is none', [{ match: 'x', status: 42 }]],
    ['a negative delay', [{ match: 'x', delayMs: -1 }]],
    ['a broken expression', [{ match: '/(/' }]],
  ])('refuses %s and keeps the faults before', (_what, input) => {
    const faults = createFaults();
    faults.set([{ match: 'GET', status: 500 }]);
    expect(() => {
      faults.set(input);
    }).toThrow(expect.objectContaining({ name: 'PlatformError', code: 'invalid-faults' }));
    expect(faults.take('GET', '/')).toBeDefined();
  });
});
