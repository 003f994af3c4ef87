import { NeedsAuthenticationError } from '@forge/api';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { defineSpaceAccess } from '../../src/platform/resolver';
import { ConfluenceFailure } from '../../src/search/confluence-failure';
import type { Caller } from '../../src/settings/caller';

const CONTEXT = { extension: { space: { id: 98308 } } };
const RUNTIME = { principal: { accountId: 'maya' } };

/** What was written to the log, whatever was called for it. */
const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const name of ['error', 'warn', 'log', 'info', 'debug'] as const) {
    jest.spyOn(console, name).mockImplementation((...values: unknown[]) => void lines.push(values.join(' ')));
  }
});

afterEach(() => {
  jest.restoreAllMocks();
});

type Run = (caller: Caller, payload?: unknown) => Promise<never>;

/** Calls `setSpaceAccess`, which does what is told, as the platform does. */
const call = (set: Run): Promise<unknown> => {
  const handler = defineSpaceAccess({ get: set, set });
  const request = { call: { functionKey: 'setSpaceAccess', payload: { enabled: true } }, context: CONTEXT };
  return Promise.resolve(Reflect.apply(handler, undefined, [request, RUNTIME]));
};

const failing = (error: unknown): Promise<unknown> =>
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  call(() => Promise.reject(error));

const thrown = async (error: unknown): Promise<unknown> =>
  failing(error).then(
    () => undefined,
    (reason: unknown) => reason,
  );

describe('a resolver', () => {
  it('passes on who called, and what with', async () => {
    const asked: unknown[] = [];
    await call((...input) => {
      asked.push(input);
      return Promise.reject(new StorageUnavailable('policy'));
    });
    expect(asked).toEqual([[{ accountId: 'maya', spaceId: '98308' }, { enabled: true }]]);
  });

  it('answers failures of the world by a value, and logs nothing', async () => {
    expect(await failing(new StorageUnavailable('policy'))).toEqual({ refused: 'storage-unavailable' });
    expect(await failing(new ConfluenceFailure('unavailable'))).toEqual({ refused: 'confluence-unavailable' });
    expect(lines).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a parser', new SyntaxError('Unexpected token: "Salary bands of 2026"')],
    ['something with a cause', new Error('Salary', { cause: new Error('bands') })],
    ['no error at all', 'Salary bands'],
  ])('throws nothing of the words of %s, and reports it once', async (_, error) => {
    const reason = await thrown(error);
    expect(reason).toBeInstanceOf(Error);
    expect(reason).not.toBe(error);
    expect(reason).not.toHaveProperty('cause');
    const { message, stack } = reason as Error;
    expect(message).toBe('the app has a defect, which its log names');
    expect([message, stack, JSON.stringify(reason), ...lines].join('\n')).not.toMatch(/salary|bands/i);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'defect',
      requestId: null,
      error: error instanceof Error ? error.name : 'string',
    });
  });

  it('throws on what makes the platform ask for consent, and does not report it', async () => {
    const consent = new NeedsAuthenticationError('Authentication Required', 'atlassian');
    expect(await thrown(consent)).toBe(consent);
    expect(lines).toEqual([]);
  });
});
