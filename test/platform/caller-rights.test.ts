import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { callerRights } from '../../src/platform/caller-rights';
import { confluenceAnswering } from '../support/confluence-answering';

const right = { operation: 'administer', targetType: 'space' };
const space = { id: '98308', key: 'ENG', status: 'current' };
const visible = { kind: 'visible', ...space, mayAdminister: false };

afterEach(() => {
  Reflect.deleteProperty(globalThis, '__forge_fetch__');
});

describe('seeSpace', () => {
  it('asks for the space and what may be done with it, once, as the caller', async () => {
    const sent = confluenceAnswering(200, space);
    await callerRights.seeSpace('98308');
    expect(sent).toEqual([
      { provider: 'user', path: '/wiki/api/v2/spaces/98308?include-operations=true', accept: 'application/json' },
    ]);
  });

  it.each([
    ['no operations', {}, false],
    ['an empty list', { operations: { results: [] } }, false],
    ['the right to administer the space', { operations: { results: [right] } }, true],
    ['it among others', { operations: { results: [{ ...right, operation: 'read' }, right] } }, true],
    ['another right', { operations: { results: [{ ...right, operation: 'read' }] } }, false],
    ['the right to administer something else', { operations: { results: [{ ...right, targetType: 'page' }] } }, false],
  ])('finds a right only where Confluence names it: %s', async (_, answer, mayAdminister) => {
    confluenceAnswering(200, { ...space, ...answer });
    expect(await callerRights.seeSpace('98308')).toEqual({ ...visible, mayAdminister });
  });

  it('takes the id as a number too, and the status as it is', async () => {
    confluenceAnswering(200, { ...space, id: 98308, status: 'archived' });
    expect(await callerRights.seeSpace('98308')).toEqual({ ...visible, status: 'archived' });
  });

  it.each([
    [{ spaceOwnerId: 'maya' }, { ownerAccountId: 'maya' }],
    [{ spaceOwnerId: '' }, {}],
    [{ spaceOwnerId: null }, {}],
  ])('names the owner for %j', async (answer, expected) => {
    confluenceAnswering(200, { ...space, ...answer });
    expect(await callerRights.seeSpace('98308')).toEqual({ ...visible, ...expected });
  });

  it.each([403, 404])('has no space for the caller when Confluence answers %i', async (status) => {
    confluenceAnswering(status, { errors: [] });
    expect(await callerRights.seeSpace('98308')).toEqual({ kind: 'not-available' });
  });

  it.each([401, 400, 429, 500])('is no answer at all when Confluence answers %i', async (status) => {
    confluenceAnswering(status, { errors: [] });
    await expect(callerRights.seeSpace('98308')).rejects.toMatchObject({ name: 'ConfluenceFailure', status });
  });

  it.each([
    ['of another space', { ...space, id: '98309', operations: { results: [right] } }],
    ['without an id', { ...space, id: undefined }],
    ['with a key that is none', { ...space, key: 'E"G' }],
    ['without a status', { ...space, status: undefined }],
    ['with operations of another shape', { ...space, operations: { results: [{ operation: 'administer' }] } }],
    ['with operations without results', { ...space, operations: {} }],
    ['with an owner of another shape', { ...space, spaceOwnerId: 7 }],
    ['of another kind', []],
  ])('takes no answer %s', async (_, answer) => {
    confluenceAnswering(200, answer);
    await expect(callerRights.seeSpace('98308')).rejects.toMatchObject({ kind: 'unusable-answer' });
  });
});

describe('administersConfluence', () => {
  const administer = { operation: 'administer', targetType: 'application' };

  it('asks for the caller and what the caller may do, once, as the caller', async () => {
    const sent = confluenceAnswering(200, { operations: [] });
    await callerRights.administersConfluence();
    expect(sent).toEqual([
      { provider: 'user', path: '/wiki/rest/api/user/current?expand=operations', accept: 'application/json' },
    ]);
  });

  it.each([
    ['no operations', {}, false],
    ['an empty list', { operations: [] }, false],
    ['the right to administer the site', { operations: [administer] }, true],
    ['it among others', { operations: [{ ...administer, operation: 'use' }, administer] }, true],
    ['another right', { operations: [{ ...administer, operation: 'use' }] }, false],
    ['the right to administer a space', { operations: [right] }, false],
  ])('finds the right only where Confluence names it: %s', async (_, answer, expected) => {
    confluenceAnswering(200, answer);
    expect(await callerRights.administersConfluence()).toBe(expected);
  });

  it.each([[null], ['administer'], [{ operations: {} }], [{ operations: [{ operation: 'administer' }] }]])(
    'takes no answer of another shape: %j',
    async (answer) => {
      confluenceAnswering(200, answer);
      await expect(callerRights.administersConfluence()).rejects.toMatchObject({ kind: 'unusable-answer' });
    },
  );

  it.each([401, 403, 404, 500])('gives no right when Confluence answers %i', async (status) => {
    confluenceAnswering(status, { operations: [administer] });
    await expect(callerRights.administersConfluence()).rejects.toMatchObject({ name: 'ConfluenceFailure', status });
  });
});

describe('a question about rights', () => {
  it.each([
    ['a space', () => callerRights.seeSpace('98308')],
    ['the site', () => callerRights.administersConfluence()],
  ])(
    'of %s is ended when its time is over: what goes on could be resumed inside another invocation',
    async (_, ask) => {
      jest.useFakeTimers();
      const signals: (AbortSignal | undefined)[] = [];
      const fetch = (__: unknown, ___: string, init?: { readonly signal?: AbortSignal }) => {
        signals.push(init?.signal);
        return new Promise(() => undefined);
      };
      Object.assign(globalThis, { __forge_fetch__: fetch });
      const asking: Promise<unknown> = ask().catch((error: unknown) => error);
      await jest.advanceTimersByTimeAsync(14_999);
      expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
      await jest.advanceTimersByTimeAsync(1);
      await asking;
      expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
      jest.useRealTimers();
    },
  );
});
