import * as v from 'valibot';
import { NOTE_CODES } from '../contract/search-api';
import type { TestSearch } from '../contract/administration-api';
import { isActive } from '../keys/key-expiry';
import type { KeyRingStore } from '../keys/key-ring';
import { signBody } from '../keys/sign-body';

/** The handler of the web trigger, called in this process; `deadlineMs`: when it must have ended. */
export type HandleRequest = (
  request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, readonly string[]>>;
    readonly body: string;
  },
  deadlineMs: number,
) => Promise<{ readonly status: number; readonly body: string }>;

export type TestSearchPorts = {
  readonly keyRings: Pick<KeyRingStore, 'read'>;
  readonly handleRequest: HandleRequest;
  /** A UUID that was never used. */
  readonly newRequestId: () => string;
  readonly now: () => number;
};

/** A resolver function has 25 seconds. */
const MAX_TEST_MS = 22_000;

const testPayload = v.strictObject({ query: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)) });

/** What a reply says of itself: nothing of what was found but how much. */
const searchReply = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    results: v.pipe(
      v.array(v.unknown()),
      v.transform(({ length }) => length),
    ),
    coverage: v.object({ spacesSearched: v.number(), confluenceCalls: v.number(), points: v.number() }),
    notes: v.array(v.object({ code: v.picklist(NOTE_CODES), message: v.string() })),
  }),
);
const problem = v.pipe(v.string(), v.parseJson(), v.object({ code: v.string() }));

const toAnswer = (body: string) => {
  const found = v.safeParse(searchReply, body);
  if (found.success) {
    const { results, coverage, notes } = found.output;
    const { spacesSearched, confluenceCalls, points } = coverage;
    return { results, spacesSearched, notes, confluenceCalls, confluencePoints: points };
  }
  const nothing = { results: 0, spacesSearched: 0, notes: [], confluenceCalls: 0, confluencePoints: 0 };
  const refused = v.safeParse(problem, body);
  return refused.success ? { ...nothing, code: refused.output.code } : nothing;
};

/**
 * Searches as Promptless does, with a signed request, but for the network: an app may not call out, so the request goes to
 * the handler directly. It counts against the limits; no key holder asked, so neither audit nor counts of use know of it.
 *
 * @param startedAtMs when the function was called
 * @throws {StorageUnavailable} when there is no key to be read
 */
export const createSendTestSearch =
  ({ keyRings, handleRequest, newRequestId, now }: TestSearchPorts) =>
  async (payload: unknown, startedAtMs: number): Promise<TestSearch> => {
    const parsed = v.safeParse(testPayload, payload);
    if (!parsed.success) return { refused: 'invalid-payload' };
    const ring = await keyRings.read();
    const sentAt = now();
    const key = ring?.keys.findLast((each) => isActive(each, sentAt));
    if (key === undefined) return { refused: 'no-key' };
    const body = JSON.stringify({ requestId: newRequestId(), operation: 'search', query: parsed.output.query });
    const headers = {
      'content-type': ['application/json'],
      ...signBody(body, { secret: key.secret, timestamp: new Date(sentAt).toISOString() }),
    };
    const reply = await handleRequest({ method: 'POST', headers, body }, startedAtMs + MAX_TEST_MS);
    const durationMs = now() - sentAt;
    return { status: reply.status, keyId: key.id, ...toAnswer(reply.body), durationMs };
  };
