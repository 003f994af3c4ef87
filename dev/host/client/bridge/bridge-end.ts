import { isBridgeMessage, type BridgeMessage } from './message';
import { pack, unpack, type RemoteFunction } from './parcel';

export type BridgeEnd = {
  /** Calls a command of the other side. */
  readonly call: (command: string, data: unknown) => Promise<unknown>;
  /** Takes what the other side has sent. */
  readonly receive: (message: unknown) => void;
};

type BridgeEndOptions = {
  readonly post: (message: BridgeMessage) => void;
  readonly answer: (command: string, data: unknown) => unknown;
};

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** One end of the bridge between a frame and the page around it; both ends are alike. */
export const createBridgeEnd = ({ post, answer }: BridgeEndOptions): BridgeEnd => {
  const waiting = new Map<number, Waiting>();
  const own = new Map<string, (...parameters: unknown[]) => unknown>();
  const names = new WeakMap<object, string>();
  const remote = new Map<string, RemoteFunction>();
  let last = 0;

  const send = (toMessage: (id: number) => BridgeMessage): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      post(toMessage(last));
    });

  const packing = {
    nameFunction: (value: (...parameters: unknown[]) => unknown): string => {
      const name = names.get(value) ?? `${own.size}`;
      names.set(value, name);
      own.set(name, value);
      return name;
    },
  };

  const unpacking = {
    /** The same function for the same name, so that what is drawn does not change for nothing. */
    callable: (name: string): RemoteFunction => {
      const known =
        remote.get(name) ??
        ((...parameters: readonly unknown[]) => {
          const packed = pack(parameters, packing);
          return send((id) => ({ kind: 'run', id, function: name, parameters: packed }));
        });
      remote.set(name, known);
      return known;
    },
  };

  const reply = async (id: number, run: () => unknown): Promise<void> => {
    try {
      post({ kind: 'answer', id, value: pack(await run(), packing) });
    } catch (error) {
      post({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    }
  };

  const runOwn = (name: string, parameters: unknown): unknown => {
    const found = own.get(name);
    const given: unknown[] = Array.isArray(parameters) ? parameters : [];
    return found?.(...given.map((parameter) => unpack(parameter, unpacking)));
  };

  return {
    // An async function, so that what cannot cross is a rejection, as it is in the product.
    call: async (command, data) => {
      const packed = pack(data, packing);
      return send((id) => ({ kind: 'call', id, command, data: packed }));
    },
    receive: (message) => {
      if (!isBridgeMessage(message)) return;
      const { id } = message;
      if (message.kind === 'call') void reply(id, () => answer(message.command, unpack(message.data, unpacking)));
      if (message.kind === 'run') void reply(id, () => runOwn(message.function, message.parameters));
      if (message.kind === 'answer') waiting.get(id)?.resolve(unpack(message.value, unpacking));
      if (message.kind === 'failure') waiting.get(id)?.reject(new Error(message.message));
      if (message.kind === 'answer' || message.kind === 'failure') waiting.delete(id);
    },
  };
};
