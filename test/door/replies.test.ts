import { describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '../../src/door/problem';
import { toProblemReply, toReply } from '../../src/door/replies';
import { buildKeyRing, NOW } from '../support/in-memory-door-ports';

const [key] = buildKeyRing().keys;
if (key === undefined) throw new Error('no key');
const limits = { requests: { limit: 120, used: 121, resetSeconds: 7 } };
const context = { key, nowMs: NOW, serverTiming: 'auth;dur=1.0', limits };

const CODES = Object.keys(PROBLEMS).filter((code): code is keyof typeof PROBLEMS => Object.hasOwn(PROBLEMS, code));

describe('toReply', () => {
  it('forbids every cache on the way to keep it', () => {
    const reply = toReply({ requestId: 'x', operation: 'spaces', spaces: [] }, context);
    expect(reply.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  });
});

describe('toProblemReply', () => {
  it.each(CODES)('forbids every cache to keep %s', (code) => {
    expect(toProblemReply({ code }).headers['cache-control']).toBe('no-store');
    expect(toProblemReply({ code }, context).headers['cache-control']).toBe('no-store');
  });

  it.each(CODES)('tells nothing of keys, limits or time with %s before somebody is authenticated', (code) => {
    const names = Object.keys(toProblemReply({ code }).headers);
    expect(names.filter((name) => !['content-type', 'cache-control', 'allow', 'retry-after'].includes(name))).toEqual(
      [],
    );
  });

  it('tells afterwards what is left of each limit that there is, never less than nothing', () => {
    expect(toProblemReply({ code: 'rate_limited' }, context).headers).toMatchObject({
      'ratelimit-policy': '"requests";q=120;w=60',
      ratelimit: '"requests";r=0;t=7',
      'retry-after': '30',
    });
  });
});
