import * as v from 'valibot';
import type { Clock } from '../clock';
import type { EmbeddedConfluence } from '../confluence/embedded-confluence';
import type { ForgePlatform } from '../platform/forge-platform';
import { InvocationError } from '../platform/invocation-error';
import { invokeAsUser, type Invocation } from './invoke-as-user';

export type ControlPorts = {
  readonly platform: ForgePlatform;
  readonly confluence: EmbeddedConfluence;
  readonly clock: Clock;
  readonly siteUrl: () => string;
};

export type ControlAnswer = { readonly status: number; readonly value: unknown };

type ControlPoint = (ports: ControlPorts, body: unknown) => ControlAnswer | Promise<ControlAnswer>;

const DONE: ControlAnswer = { status: 204, value: undefined };
const ok = (value: unknown): ControlAnswer => ({ status: 200, value });

const invocation = v.strictObject({
  module: v.string(),
  function: v.string(),
  payload: v.optional(v.unknown()),
  as: v.optional(v.string()),
  space: v.optional(v.string()),
  content: v.optional(v.string()),
}) satisfies v.GenericSchema<unknown, Invocation>;

const event = v.strictObject({ event: v.string(), payload: v.optional(v.unknown()) });
/** A hundred years: beyond, dates end. */
const MAX_ADVANCE_MS = 100 * 365 * 86_400_000;

const advance = v.strictObject({
  advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ADVANCE_MS)),
});

const CONTROL_POINTS: Readonly<Record<string, ControlPoint>> = {
  'GET /_local/calls': ({ platform }) => ok(platform.calls()),
  'DELETE /_local/calls': ({ platform }) => {
    platform.clearCalls();
    return DONE;
  },
  'POST /_local/invoke': async (ports, body) => ok((await invokeAsUser(ports, v.parse(invocation, body))) ?? null),
  'PUT /_local/faults': ({ platform }, body) => {
    platform.setFaults(body);
    return DONE;
  },
  'PATCH /_local/site': ({ confluence }, body) => {
    confluence.patch(body);
    return DONE;
  },
  'POST /_local/events': async ({ platform }, body) => {
    const { event: name, payload } = v.parse(event, body);
    await platform.fireEvent(name, payload);
    return DONE;
  },
  'PUT /_local/clock': ({ clock }, body) => {
    clock.advance(v.parse(advance, body).advanceMs);
    return ok({ now: new Date(clock.now()).toISOString() });
  },
  'GET /_local/storage': ({ platform }) => ok(platform.storageDump()),
};

const parseJson = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

/** Answers a call below `/_local/`. What the caller got wrong is a 400 with one sentence, and
 * changes nothing; a function of the app that failed is a 500. */
export const answerControlPoint = async (
  call: { readonly method: string; readonly path: string; readonly body: string },
  ports: ControlPorts,
): Promise<ControlAnswer> => {
  const point = CONTROL_POINTS[`${call.method} ${call.path}`];
  if (point === undefined) {
    return {
      status: 404,
      value: { error: `no control point ${call.method} ${call.path}`, known: Object.keys(CONTROL_POINTS) },
    };
  }
  try {
    return await point(ports, parseJson(call.body));
  } catch (error) {
    const status = error instanceof InvocationError ? 500 : 400;
    return { status, value: { error: error instanceof Error ? error.message : String(error) } };
  }
};
