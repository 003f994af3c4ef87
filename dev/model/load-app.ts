import { createRequire } from 'node:module';
import { format } from 'node:util';
import vm from 'node:vm';
import * as v from 'valibot';
import { LOG_LEVELS, type LogMessage, type ProxyCall, type ProxyReply } from '../platform/sandbox/messages';
import { createRuntimeMetadata, type RuntimeMetadata } from '../platform/sandbox/runtime-metadata';
import type { Sandbox } from '../platform/sandbox/sandbox';

/** What the app reaches while one of its functions runs. */
export type AppSurroundings = {
  readonly now: () => number;
  readonly answer: (call: ProxyCall) => Promise<ProxyReply>;
  readonly writeLog: (line: LogMessage) => void;
};

export type LoadedApp = {
  /** The app's functions over surroundings of their own. Module scope is shared by all, as in a warm process of Forge. */
  readonly over: (surroundings: AppSurroundings) => Pick<Sandbox, 'invoke'>;
};

/** `Date` with the site's clock in it. */
const siteDate = (now: () => number): DateConstructor =>
  new Proxy(Date, {
    get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
    construct: (target, values: unknown[]): Date => {
      const date: unknown = Reflect.construct(target, values.length === 0 ? [now()] : values);
      return date instanceof Date ? date : new Date(now());
    },
  });

/** What `@forge/api` and `@forge/kvs` pass on; the real `Request` takes ten times as long. */
const plainRequest = v.object({
  method: v.optional(v.string(), 'GET'),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  body: v.optional(v.string()),
});

/** What they and the app read of a response. */
type PlainResponse = {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly text: () => Promise<string>;
};

const toResponse = ({ status, headers, body }: ProxyReply): PlainResponse => ({
  status,
  ok: status >= 200 && status < 300,
  headers: { get: (name) => headers.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1] ?? null },
  text: () => Promise.resolve(body),
});

const PARAMETERS = ['exports', 'require', 'module', 'global', 'globalThis', 'Date', 'console', 'fetch'];

/**
 * Loads the bundled app into this process. Clock, console and ways out are given as variables around its code, so that
 * nothing of this process is replaced; calls must come one after the other. It is what makes thousands of sites a minute
 * possible: no thread, no messages.
 */
export const loadApp = (code: string): LoadedApp => {
  let surroundings: AppSurroundings | undefined;
  let runtime: RuntimeMetadata | undefined;
  const current = (): AppSurroundings => {
    if (surroundings === undefined) throw new Error('the app did something while none of its functions ran');
    return surroundings;
  };

  const fetch = async (target: unknown, path: string, init: unknown): Promise<PlainResponse> => {
    if (runtime === undefined) throw new Error('Forge runtime metadata not found');
    const { method, headers, body } = v.parse(plainRequest, init);
    return toResponse(
      await current().answer({
        invocationId: runtime.appContext.invocationId,
        targetJson: JSON.stringify(target),
        path,
        method,
        headers: Object.entries(headers),
        ...(body === undefined ? {} : { body }),
      }),
    );
  };
  const egress = (): Promise<never> =>
    Promise.reject(new Error('the app calls nothing but Confluence and its storage'));
  const scope: unknown = Object.create(globalThis, {
    __forge_fetch__: { value: fetch },
    __forge_runtime__: { get: () => runtime },
  });
  const console = Object.fromEntries(
    LOG_LEVELS.map((level) => [
      level,
      (...values: unknown[]) => {
        current().writeLog({ kind: 'log', level, text: format(...values) });
      },
    ]),
  );
  const module: { exports: unknown } = { exports: {} };
  const load: unknown = vm.runInThisContext(`(function (${PARAMETERS.join(', ')}) {${code}\n})`, {
    filename: 'app.cjs',
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (typeof load !== 'function') throw new Error('the bundle is no function');
  const date = siteDate(() => current().now());
  Reflect.apply(load, undefined, [
    module.exports,
    createRequire(__filename),
    module,
    scope,
    scope,
    date,
    console,
    egress,
  ]);

  const handlerNamed = (name: string): ((values: readonly unknown[]) => unknown) => {
    const handler: unknown = Reflect.get(Object(module.exports), name);
    if (typeof handler !== 'function') throw new TypeError(`the app has no function ${name}`);
    return (values) => {
      const result: unknown = Reflect.apply(handler, undefined, values);
      return result;
    };
  };
  const throughJson = (value: unknown): unknown =>
    value === undefined ? undefined : JSON.parse(JSON.stringify(value));

  return {
    over: (own) => ({
      invoke: async ({ handler, args, runtime: described, timeLimitMs }) => {
        surroundings = own;
        runtime = createRuntimeMetadata(JSON.stringify(described), own.now() + timeLimitMs, own.now);
        try {
          const value = await handlerNamed(handler.exportName)(args.map(throughJson));
          return { kind: 'returned', value: throughJson(value) };
        } catch (error) {
          const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
          return { kind: 'threw', error: { name, message, ...(stack === undefined ? {} : { stack }) } };
        } finally {
          runtime = undefined;
          surroundings = undefined;
        }
      },
    }),
  };
};
