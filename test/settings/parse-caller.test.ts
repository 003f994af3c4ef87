import { describe, expect, it } from '@jest/globals';
import { parseCaller } from '../../src/settings/parse-caller';

const context = {
  accountId: 'maya',
  siteUrl: 'https://example.net',
  extension: { type: 'confluence:spaceSettings', space: { id: '98308', key: 'ENG' } },
  cloudId: 'c',
};
const caller = { accountId: 'maya', siteUrl: 'https://example.net', spaceId: '98308' };

describe('parseCaller', () => {
  it('reads who called, from which space of which site', () => {
    expect(parseCaller(context)).toStrictEqual(caller);
  });

  it('takes the id of the space as a number too', () => {
    expect(parseCaller({ ...context, extension: { space: { id: 98308 } } })).toStrictEqual(caller);
  });

  it.each([undefined, null, 'maya', 7])('knows nobody for %j', (value) => {
    expect(parseCaller(value)).toStrictEqual({});
  });

  it.each(['', 'unidentified', undefined, null, 7, ['maya'], { id: 'maya' }])(
    'knows no account for %j, and the rest none the less',
    (accountId) => {
      expect(parseCaller({ ...context, accountId })).toStrictEqual({
        spaceId: '98308',
        siteUrl: 'https://example.net',
      });
    },
  );

  it.each([
    undefined,
    null,
    'ENG',
    {},
    { space: undefined },
    { space: null },
    { space: '98308' },
    { space: {} },
    { space: { id: null } },
    { space: { id: '' } },
    { space: { id: '9/../8' } },
    { space: { id: -1 } },
    { space: { id: ['98308'] } },
    { content: { space: { id: '98308' } } },
  ])('knows no space for %j, and the rest none the less', (extension) => {
    expect(parseCaller({ ...context, extension })).toStrictEqual({ accountId: 'maya', siteUrl: 'https://example.net' });
  });

  it.each([
    ['https://example.net/', 'https://example.net'],
    ['https://example.net//', 'https://example.net'],
    ['https://example.net/wiki', 'https://example.net/wiki'],
    ['https://example.net/wiki/', 'https://example.net/wiki'],
  ])('writes the address %s without an end of slashes', (siteUrl, expected) => {
    expect(parseCaller({ ...context, siteUrl })).toStrictEqual({ ...caller, siteUrl: expected });
  });

  it.each([undefined, null, '', 'example.net', 7])('knows no address for %j, and the rest none the less', (siteUrl) => {
    expect(parseCaller({ ...context, siteUrl })).toStrictEqual({ accountId: 'maya', spaceId: '98308' });
  });
});
