import { createRequestHandler } from '../../src/door/handle-request';
import type { UnauthorizedCause } from '../../src/door/signed-request';
import type { TriggerReply, TriggerRequest } from '../../src/door/trigger-request';
import { readStoredRing } from '../../src/keys/key-ring';

/** A part that no refused request may reach. */
const unreachable = (): Promise<never> => Promise.reject(new Error('a request was let in that must be refused'));

/** Forge's answer where there is nothing; the SDK makes it `undefined`. */
const NOT_FOUND = '{"code":"KEY_NOT_FOUND","message":"Key not found"}';

/** An answer of storage is JSON, whether something is stored or not. */
const toValue = (storedRing: string | undefined): unknown => {
  const answer: unknown = JSON.parse(storedRing ?? NOT_FOUND);
  return storedRing === undefined ? undefined : answer;
};

/**
 * The door of the app over one stored key ring that is read with a latency. What lies behind authentication must not be
 * reached.
 */
export const createRefusingDoor = (
  storedRing: string | undefined,
  {
    nowMs,
    latency,
    onRefused,
  }: {
    readonly nowMs: number;
    readonly latency: () => Promise<void>;
    readonly onRefused?: (cause: UnauthorizedCause) => void;
  },
): ((request: TriggerRequest) => Promise<TriggerReply>) =>
  createRequestHandler({
    keyRings: {
      read: async () => {
        await latency();
        const ring = readStoredRing(toValue(storedRing));
        if (ring === 'unusable') throw new Error('the stored ring cannot be used');
        return ring;
      },
      write: unreachable,
    },
    claims: { claim: unreachable },
    readPolicy: unreachable,
    readOpenSpaces: unreachable,
    usage: { read: unreachable, replace: unreachable },
    openAccount: unreachable,
    spaceUsage: { count: unreachable },
    audit: { appendOnceAMinute: unreachable },
    now: () => nowMs,
    random: () => 0,
    pause: unreachable,
    serve: unreachable,
    reportDefect: ({ error }) => {
      throw error;
    },
    reportUnauthorized: (cause) => {
      onRefused?.(cause);
    },
  });
