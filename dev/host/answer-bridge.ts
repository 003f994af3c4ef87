import { isForeign } from '../site/is-foreign';
import * as v from 'valibot';

import { InvocationError } from '../platform/invocation-error';
import { invokeAsUser } from '../site/invoke-as-user';
import { SiteError } from '../site/site-error';
import { saveConfig } from './content/save-config';
import { jsonAnswer, type HostAnswer, type HostRequest } from './host-answer';
import type { HostPorts } from './host-ports';
import type { Session } from './session';

const invocation = v.object({
  module: v.string(),
  functionKey: v.string(),
  payload: v.optional(v.unknown()),
  space: v.optional(v.string()),
  content: v.optional(v.string()),
});

const configChange = v.object({
  content: v.string(),
  localId: v.string(),
  config: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])),
});

const notModelled = v.object({ command: v.pipe(v.string(), v.maxLength(100)) });

/**
 * What the program in the host's pages asks of the site: a call of the app's resolver as the viewer, a macro's new
 * configuration, and the record of bridge commands that nobody answers. Only for those pages: the app's frame has another origin.
 */
export const createAnswerBridge = (ports: HostPorts) => {
  const commands: string[] = [];

  const invoke = async (body: unknown, { accountId }: Session): Promise<HostAnswer> => {
    const { functionKey, ...call } = v.parse(invocation, body);
    try {
      const value = await invokeAsUser(ports, { ...call, function: functionKey, as: accountId });
      return jsonAnswer(200, { value: value ?? null });
    } catch (error) {
      if (!(error instanceof InvocationError) && !(error instanceof SiteError)) throw error;
      return jsonAnswer(200, { error: error.message });
    }
  };

  const change = (body: unknown, { accountId }: Session): HostAnswer => {
    const { content, localId, config } = v.parse(configChange, body);
    const page = accountId === undefined ? undefined : ports.confluence.viewAs(accountId).page(content);
    const storage = page && saveConfig(page.storage, localId, config);
    if (page === undefined || storage === undefined) return jsonAnswer(404, { error: 'no such macro' });
    ports.confluence.patch({ pages: { [page.id]: { storage } } });
    return jsonAnswer(200, { value: config });
  };

  return async (
    { method, pathname, headers, body }: HostRequest,
    session: Session,
  ): Promise<HostAnswer | undefined> => {
    if (pathname === '/_host/not-modelled' && method === 'GET') return jsonAnswer(200, commands);
    if (method !== 'POST') return undefined;
    if (isForeign(headers['origin'], ports.siteUrl())) return jsonAnswer(403, { error: 'not from here' });
    if (!String(headers['content-type']).startsWith('application/json')) return undefined;
    const sent: unknown = JSON.parse(body);
    switch (pathname) {
      case '/_host/invoke':
        return invoke(sent, session);
      case '/_host/config':
        return change(sent, session);
      case '/_host/not-modelled':
        commands.push(`not modelled: ${v.parse(notModelled, sent).command}`);
        return jsonAnswer(200, commands);
      default:
        return undefined;
    }
  };
};
