import vm from 'node:vm';

import { bundleUiKitPage } from './bundle-ui-kit-page';
import { readLocaleFile } from './locale-files';
import { PageClock } from './page-clock';
import { findNodes, isUiKitNode, textOf, type UiKitNode } from './ui-kit-node';

export type Invoke = (functionKey: string, payload: unknown) => unknown;

export type PageOptions = {
  /** The viewer's language and region; `en-US` unless given. */
  readonly locale?: string;
  /** What the product says of the place where the page is shown, and of the macro's configuration. */
  readonly extension?: Readonly<Record<string, unknown>>;
};

export type UiKitPage = {
  /** The only element of that type. @throws {Error} when there is none or more than one */
  readonly find: (type: string) => UiKitNode;
  readonly findAll: (type: string) => readonly UiKitNode[];
  readonly textContent: () => string;
  /** Calls a handler of an element as the product does, and waits until the page has drawn what follows from it. */
  readonly fire: (node: UiKitNode, handler: string, event?: unknown) => Promise<void>;
  /** Waits until the page has drawn what follows from answers that have come in. */
  readonly settle: () => Promise<void>;
  /** Lets that much time go by for the page, which runs what it has put off until then. */
  readonly pass: (ms: number) => Promise<void>;
  /** What the page offers where its macro is configured. @throws {Error} when it offers nothing */
  readonly config: () => UiKitNode;
  /** The product tells the page of something, such as another configuration. */
  readonly emit: (event: string, extension: Readonly<Record<string, unknown>>) => Promise<void>;
};

/**
 * Runs a UI Kit page without a browser: the page's own bundle with the real `@forge/react` and `@forge/bridge`, whose
 * commands are answered here. `invoke` stands for the app's resolver; payload and answer pass through JSON, as they do
 * in the product. A command without an answer is refused by name. Whatever React or the bridge complains of fails the
 * test at its next look at the page. Sentences come from `static/locales`, time only goes by when a test says so.
 */
export const openUiKitPage = async (
  entry: string,
  invoke: Invoke,
  { locale = 'en-US', extension = {} }: PageOptions = {},
): Promise<UiKitPage> => {
  const complaints: string[] = [];
  const clock = new PageClock();
  const listeners: { readonly event: unknown; readonly callback: unknown }[] = [];
  let told = extension;
  let root: UiKitNode | undefined;
  let config: UiKitNode | undefined;
  const complain = (...parts: readonly unknown[]): void => void complaints.push(parts.map(String).join(' '));

  const answers: Readonly<Record<string, (payload: unknown) => unknown>> = {
    reconcile: (payload) => {
      const doc = memberOf(payload, 'forgeDoc');
      if (!isUiKitNode(doc)) throw new Error('The page drew something that is not a UI Kit tree.');
      if (doc.type === 'MacroConfig') config = doc;
      else root = doc;
    },
    getContext: () => throughJson({ accountId: 'the-viewer', locale, extension: told }),
    on: (payload) => {
      const listener = { event: memberOf(payload, 'event'), callback: memberOf(payload, 'callback') };
      listeners.push(listener);
      return { unsubscribe: () => void listeners.splice(listeners.indexOf(listener), 1) };
    },
    invoke: async (payload) =>
      throughJson(await invoke(String(memberOf(payload, 'functionKey')), throughJson(memberOf(payload, 'payload')))),
    onError: (payload) => {
      complain(memberOf(payload, 'error'));
    },
  };
  const callBridge = (command: string, payload: unknown): Promise<unknown> => {
    const answer = answers[command];
    // Within a promise, so that an answer that throws becomes a rejection, as it does across frames.
    if (answer !== undefined) return Promise.resolve(payload).then(answer);
    complain(`The UI Kit host does not answer "${command}".`);
    return Promise.reject(new Error(`The UI Kit host does not answer "${command}".`));
  };

  const { act, start } = await load(entry, { callBridge, complain, clock });
  const settleAfter = (run: () => unknown): Promise<void> =>
    act(async () => {
      run();
      // Answers take several turns of the microtask queue to reach the page's state.
      await new Promise((resolve) => setImmediate(resolve));
    });
  const drawn = (): UiKitNode => {
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    if (root === undefined) throw new Error('The page has drawn nothing.');
    return root;
  };

  await settleAfter(start);
  return {
    find: (type) => {
      const [node, ...others] = findNodes(drawn(), type);
      if (node === undefined || others.length > 0) throw new Error(`Found ${node ? others.length + 1 : 0} ${type}.`);
      return node;
    },
    findAll: (type) => findNodes(drawn(), type),
    textContent: () => textOf(drawn()),
    fire: async ({ type, props }, name, event) => {
      const handler = props[name];
      if (!isHandler(handler)) throw new Error(`${type} has no handler ${name}.`);
      if (props['isDisabled'] === true) throw new Error(`${type} is disabled: the product would not call ${name}.`);
      await settleAfter(() => void handler(event));
    },
    settle: () => settleAfter(() => undefined),
    pass: (ms) =>
      settleAfter(() => {
        clock.pass(ms);
      }),
    config: () => {
      drawn();
      if (config === undefined) throw new Error('The page offers no configuration.');
      return config;
    },
    emit: (event, extensionNow) => {
      told = extensionNow;
      return settleAfter(() => {
        for (const { callback } of listeners.filter((listener) => listener.event === event)) {
          if (isHandler(callback)) void callback(undefined);
        }
      });
    },
  };
};

/** React's `act` opens a channel at each call and never closes it: Node's own would keep the test process alive. */
class IdleMessageChannel {
  readonly port1: { onmessage: () => void } = { onmessage: () => undefined };
  readonly port2 = {
    postMessage: () => {
      setImmediate(() => {
        this.port1.onmessage();
      });
    },
  };
}

type LoadedPage = {
  readonly act: (run: () => Promise<void>) => Promise<void>;
  readonly start: () => void;
};

type Surroundings = {
  readonly callBridge: (command: string, payload: unknown) => Promise<unknown>;
  readonly complain: (...parts: readonly unknown[]) => void;
  readonly clock: PageClock;
};

const load = async (entry: string, { callBridge, complain, clock }: Surroundings): Promise<LoadedPage> => {
  const { setTimeout, clearTimeout } = clock;
  const globals = {
    setTimeout,
    clearTimeout,
    setImmediate,
    queueMicrotask,
    URL,
    TextEncoder,
    crypto,
    fetch: fetchLocale,
  };
  const context: Record<string, unknown> = vm.createContext({
    ...globals,
    MessageChannel: IdleMessageChannel,
    __bridge: { callBridge },
  });
  Object.assign(context, { self: context, window: context, global: context, IS_REACT_ACT_ENVIRONMENT: true });
  context['console'] = {
    log: complain,
    info: () => undefined,
    warn: complain,
    error: complain,
    debug: () => undefined,
  };
  vm.runInContext(await bundleUiKitPage(entry), context, { filename: entry });
  const page = context['uiKitPage'];
  if (!isLoadedPage(page)) throw new Error(`${entry} did not load.`);
  return page;
};

/** The page fetches nothing but its sentences. */
const fetchLocale = (address: unknown): Promise<unknown> => {
  const name = /^\.\/__LOCALES__\/([\w.-]+)$/.exec(String(address))?.[1];
  const content = name === undefined ? undefined : readLocaleFile(name);
  return content === undefined
    ? Promise.reject(new Error(`The UI Kit host does not serve ${String(address)}.`))
    : Promise.resolve({ ok: true, json: () => Promise.resolve(content) });
};

const isLoadedPage = (value: unknown): value is LoadedPage =>
  typeof memberOf(value, 'act') === 'function' && typeof memberOf(value, 'start') === 'function';

const isHandler = (value: unknown): value is (event: unknown) => unknown => typeof value === 'function';

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

const throughJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
