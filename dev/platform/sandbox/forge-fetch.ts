import type { ProxyReply, ProxyReplyMessage, WorkerMessage } from './messages';

type Waiting = { readonly resolve: (response: Response) => void; readonly method: string };
type PlatformFetch = (target: unknown, path: string, init?: RequestInit) => Promise<Response>;

export type ForgeFetch = {
  /** `__forge_fetch__` as `@forge/api` and `@forge/kvs` call it. */
  readonly fetch: PlatformFetch;
  /** The global `fetch`. */
  readonly egress: typeof globalThis.fetch;
  readonly settle: (message: ProxyReplyMessage) => void;
};

const STATUSES_WITHOUT_BODY = [204, 205, 304];
/** Node's `Request` wants an absolute URL; the path itself goes to the host as it was given. */
const ANY_ORIGIN = 'https://forge-proxy.invalid';

/** The function's only way out: every request becomes a message to the host, every answer a real `Response`. */
export const createForgeFetch = (
  send: (message: WorkerMessage) => void,
  invocationId: () => string | undefined,
): ForgeFetch => {
  const waiting = new Map<number, Waiting>();
  let lastCallId = 0;

  const call = async (target: unknown, path: string, request: Request): Promise<Response> => {
    const id = invocationId();
    if (id === undefined) {
      throw new Error('Forge runtime metadata not found');
    }
    const body = request.body === null ? undefined : await request.text();
    request.signal.throwIfAborted();
    const callId = ++lastCallId;
    return new Promise<Response>((resolve, reject) => {
      waiting.set(callId, { resolve, method: request.method });
      request.signal.addEventListener('abort', () => {
        waiting.delete(callId);
        reject(toError(request.signal.reason));
      });
      send({
        kind: 'proxy-call',
        callId,
        call: {
          invocationId: id,
          targetJson: JSON.stringify(target),
          path,
          method: request.method,
          headers: [...request.headers],
          ...(body === undefined ? {} : { body }),
        },
      });
    });
  };

  return {
    fetch: (target, path, init) => call(target, path, new Request(ANY_ORIGIN, init)),
    egress: async (input, init) => {
      const request = new Request(input, init);
      const response = await call({ type: 'egress' }, request.url, request);
      const refusal = response.headers.get('forge-proxy-error');
      if (refusal !== null) {
        const message = `URL not included in the external fetch backend permissions: ${request.url}`;
        throw Object.assign(new Error(message), { name: refusal });
      }
      return response;
    },
    settle: ({ callId, reply }) => {
      const waiter = waiting.get(callId);
      waiting.delete(callId);
      waiter?.resolve(toResponse(reply));
    },
  };
};

const toResponse = ({ status, headers, body }: ProxyReply): Response =>
  new Response(STATUSES_WITHOUT_BODY.includes(status) ? null : body, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });

const toError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
