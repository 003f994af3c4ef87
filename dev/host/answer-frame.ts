import type { HostAnswer } from './host-answer';
import type { HostPorts } from './host-ports';

const PREFIX = '/_host/frames/';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
};

/**
 * A file of the app's frame. The frame has an origin of its own (`sandbox`), so its texts are asked for across origins;
 * its policy lets it load its scripts and texts, and nothing else of this site.
 */
export const answerFrame = async (
  pathname: string,
  { frames, siteUrl }: HostPorts,
): Promise<HostAnswer | undefined> => {
  const [resource = '', ...rest] = pathname.slice(PREFIX.length).split('/');
  const name = rest.join('/');
  const body = (await frames.files(resource))?.get(name);
  const type = TYPES[name.split('.').at(-1) ?? ''];
  if (body === undefined || type === undefined) return undefined;
  const base = `${siteUrl()}${PREFIX}${resource}/`;
  const policy = [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${siteUrl()}/_host/frame.js ${base}`,
    `connect-src ${base}__LOCALES__/`,
    "base-uri 'none'",
    `frame-ancestors ${siteUrl()}`,
  ].join('; ');
  return {
    status: 200,
    headers: [
      ['content-type', type],
      ['content-security-policy', policy],
      ['access-control-allow-origin', '*'],
      ['cache-control', 'no-store'],
    ],
    body,
  };
};
