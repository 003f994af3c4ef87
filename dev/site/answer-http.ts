import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerHost } from '../host/answer-host';
import { answerControlPoint, type ControlPorts } from './control-points';
import { readBody } from './http-body';
import { isForeign } from './is-foreign';

type HttpAnswer = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
};

const json = (status: number, value: unknown): HttpAnswer => ({
  status,
  headers: [['content-type', 'application/json']],
  body: value === undefined ? '' : JSON.stringify(value, null, 2),
});

const text = (status: number, body: string): HttpAnswer => ({
  status,
  headers: [['content-type', 'text/plain; charset=utf-8']],
  body: `${body}\n`,
});

/** `Basic` credentials name the account; any password will do. Without them the caller is an anonymous visitor. */
const accountOf = (authorization: string | undefined): { readonly accountId?: string } => {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  const accountId = encoded === undefined ? '' : (Buffer.from(encoded, 'base64').toString('utf8').split(':')[0] ?? '');
  return accountId === '' ? {} : { accountId };
};

const answerConfluence = (request: IncomingMessage, body: Buffer, { confluence }: ControlPorts): HttpAnswer => {
  const answer = confluence.handle({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: {},
    ...(body.length === 0 ? {} : { body: body.toString('utf8') }),
    as: 'user',
    ...accountOf(request.headers.authorization),
  });
  return { status: answer.status, headers: Object.entries(answer.headers), body: answer.body };
};

export type SitePorts = ControlPorts & { readonly answerHost: AnswerHost };

const answer = async (request: IncomingMessage, ports: SitePorts): Promise<HttpAnswer> => {
  const body = await readBody(request);
  const method = request.method ?? 'GET';
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://site.invalid');
  const trigger = ports.platform.findWebTrigger(pathname);
  if (trigger !== undefined) {
    const { moduleKey, userPath } = trigger;
    return ports.platform.invokeWebTrigger(moduleKey, {
      method,
      rawHeaders: request.rawHeaders,
      path: pathname,
      userPath,
      search,
      body,
    });
  }
  if (pathname.startsWith('/_local/')) {
    if (isForeign(request.headers.origin, ports.siteUrl())) return json(403, { error: 'not from here' });
    const { status, value } = await answerControlPoint({ method, path: pathname, body: body.toString('utf8') }, ports);
    return json(status, value);
  }
  if (pathname.startsWith('/wiki/api/') || pathname.startsWith('/wiki/rest/')) {
    return answerConfluence(request, body, ports);
  }
  const page = await ports.answerHost({
    method,
    pathname,
    searchParams,
    headers: request.headers,
    body: body.toString('utf8'),
  });
  return page ?? text(501, `not modelled: ${method} ${pathname}`);
};

/** Answers one request to the site's port: web trigger, control points, Confluence's REST API, or the pages for a browser. */
export const answerHttp = async (
  request: IncomingMessage,
  response: ServerResponse,
  ports: SitePorts,
): Promise<void> => {
  let found: HttpAnswer;
  try {
    found = await answer(request, ports);
  } catch (error) {
    found = text(
      500,
      `the local site failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
  response.writeHead(
    found.status,
    found.headers.flatMap(([name, value]) => [name, value]),
  );
  response.end(found.body);
};
