import * as v from 'valibot';

import { PlatformError } from '../platform-error';

const faultSchema = v.strictObject({
  match: v.pipe(v.string(), v.minLength(1)),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
  retryAfter: v.optional(v.union([v.string(), v.number()])),
  delayMs: v.optional(v.pipe(v.number(), v.minValue(0))),
  body: v.optional(v.unknown()),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
type Fault = v.InferOutput<typeof faultSchema>;

export type ActiveFault = {
  readonly delayMs: number;
  /** Absent when the fault only delays: then the real answer follows. */
  readonly answer?: { readonly status: number; readonly headers: Record<string, string>; readonly body: string };
};

export type Faults = {
  /** @throws {PlatformError} `invalid-faults`, naming what is wrong; the faults before stay. */
  readonly set: (faults: unknown) => void;
  /** The first fault that matches and is not used up; using it counts. */
  readonly take: (method: string, path: string) => ActiveFault | undefined;
};

/**
 * Faults for calls to Confluence and to storage. `match` is found in `METHOD path` (`"GET /wiki/rest/api/search?cql=…"`,
 * `"POST /api/v1/get"`): a substring, or a regular expression between slashes (`"/search.*cursor/i"`). With `status` or
 * `body` the call is answered in place of its target (200 when only `body` is given; a `body` that is no string is
 * sent as JSON); with neither it is only delayed. `times` is how often, without it always.
 */
export const createFaults = (): Faults => {
  let active: { readonly fault: Fault; readonly matches: (call: string) => boolean; left: number }[] = [];
  return {
    set: (input) => {
      const parsed = v.safeParse(v.array(faultSchema), input);
      if (!parsed.success) {
        const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'faults'}: ${issue.message}`);
        throw new PlatformError('invalid-faults', problems.join('; '));
      }
      active = parsed.output.map((fault) => ({
        fault,
        matches: toMatcher(fault.match),
        left: fault.times ?? Number.POSITIVE_INFINITY,
      }));
    },
    take: (method, path) => {
      const found = active.find(({ matches, left }) => left > 0 && matches(`${method} ${path}`));
      if (found === undefined) {
        return undefined;
      }
      found.left -= 1;
      return toActiveFault(found.fault);
    },
  };
};

const toMatcher = (match: string): ((call: string) => boolean) => {
  // A path such as `/api/v1/` reads as an expression too; as such it matches the calls with `api/v1`, so the same ones.
  const expression = /^\/(.+)\/([isu]*)$/s.exec(match);
  if (expression === null) {
    return (call) => call.includes(match);
  }
  try {
    const pattern = new RegExp(expression[1] ?? '', expression[2]);
    return (call) => pattern.test(call);
  } catch (error) {
    throw new PlatformError('invalid-faults', `match is no regular expression: ${match}`, { cause: error });
  }
};

const toActiveFault = ({ status, retryAfter, delayMs = 0, body }: Fault): ActiveFault => {
  if (status === undefined && body === undefined) {
    return { delayMs };
  }
  const isText = typeof body === 'string';
  return {
    delayMs,
    answer: {
      status: status ?? 200,
      headers: {
        'content-type': isText ? 'text/plain' : 'application/json',
        ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      },
      body: isText ? body : JSON.stringify(body ?? { code: 'FAULT', message: 'A fault of the local site' }),
    },
  };
};
