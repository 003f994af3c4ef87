import { createAnswerBridge } from './answer-bridge';
import { answerFrame } from './answer-frame';
import { loadClientBundle } from './client-bundle';
import { findPage } from './find-page';
import { redirect, type HostAnswer, type HostRequest } from './host-answer';
import type { HostPorts } from './host-ports';
import { readSession, sessionCookie, toSession } from './session';

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

export type AnswerHost = (request: HostRequest) => Promise<HostAnswer | undefined>;

/** The pages that a person opens in a browser. Answers `undefined` to what is none of its addresses. */
export const createAnswerHost = (ports: HostPorts): AnswerHost => {
  const answerBridge = createAnswerBridge(ports);
  return async (request) => {
    const { method, pathname, headers } = request;
    const session = readSession(typeof headers['cookie'] === 'string' ? headers['cookie'] : undefined);
    if (pathname === '/_host/session' && method === 'POST') return switchSession(request);
    const isRead = method === 'GET' || method === 'HEAD';
    if (isRead && pathname.startsWith('/_host/frames/')) return answerFrame(pathname, ports);
    const asset = isRead && pathname.startsWith('/_host/') ? await findAsset(pathname) : undefined;
    if (asset !== undefined) return asset;
    if (pathname.startsWith('/_host/')) return answerBridge(request, session);
    if (!isRead || (pathname !== '/' && pathname !== '/wiki' && !pathname.startsWith('/wiki/'))) return undefined;
    const path = `${pathname}${request.searchParams.size > 0 ? `?${request.searchParams.toString()}` : ''}`;
    // By its other names the site is another origin, to which the app's frame may not answer.
    const { host, origin } = new URL(ports.siteUrl());
    if (headers['host'] !== host) return redirect(origin + path);
    return findPage(request, { ports, session, path });
  };
};

const findAsset = async (pathname: string): Promise<HostAnswer | undefined> => {
  const name = pathname.slice('/_host/'.length);
  const type = TYPES[name.split('.').at(-1) ?? ''];
  if (type === undefined) return undefined;
  const body = (await loadClientBundle()).get(name);
  return body === undefined
    ? undefined
    : {
        status: 200,
        headers: [
          ['content-type', `${type}; charset=utf-8`],
          ['cache-control', 'max-age=60'],
        ],
        body,
      };
};

/** Back to where the form was, and nowhere else. */
const switchSession = ({ body }: HostRequest): HostAnswer => {
  const chosen = new URLSearchParams(body);
  const back = chosen.get('back') ?? '/';
  return redirect(/^\/(?![/\\])/.test(back) ? back : '/', ['set-cookie', sessionCookie(toSession(chosen))]);
};
