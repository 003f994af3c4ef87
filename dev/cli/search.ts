import { randomUUID } from 'node:crypto';
import { signRequest } from '../sign-request';
import { startLocalSite } from '../site/local-site';
import { SiteError } from '../site/site-error';
import { DEFAULT_SITE_OPTIONS } from '../site/site-options';
import { parseSearchArguments, SEARCH_USAGE, type SearchArguments } from './parse-search-arguments';
import { printReply } from './print-reply';
import { runCommand } from './run-command';

type Target = { readonly url: string; readonly secret: string; readonly close: () => Promise<void> };

const openTarget = async ({ remote, contentPaths, open }: SearchArguments): Promise<Target> => {
  if (remote !== undefined) return { ...remote, close: () => Promise.resolve() };
  process.stderr.write('Starting the local site …\n');
  const site = await startLocalSite({
    ...DEFAULT_SITE_OPTIONS,
    contentPaths,
    ...(open === undefined ? {} : { open }),
  });
  process.stderr.write(`Searching ${site.openKeys.join(', ') || 'no space'} …\n`);
  return { url: site.webTriggerUrl, secret: site.secret, close: site.close };
};

const send = async ({ url, secret }: Target, { query, spaces, limit, maxChars }: SearchArguments) => {
  const body = JSON.stringify({
    requestId: randomUUID(),
    operation: 'search',
    query,
    ...(spaces.length === 0 ? {} : { spaces }),
    ...(limit === undefined ? {} : { limit }),
    ...(maxChars === undefined ? {} : { maxChars }),
  });
  const headers = { ...signRequest({ secret, body, nowMs: Date.now() }) };
  const response = await fetch(url, { method: 'POST', headers, body }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new SiteError(`unreachable: ${url} (${cause})`);
  });
  return { status: response.status, text: await response.text() };
};

runCommand(SEARCH_USAGE, async () => {
  const parsed = parseSearchArguments(process.argv.slice(2));
  const target = await openTarget(parsed);
  try {
    const { status, text } = await send(target, parsed);
    return printReply({ status, text, json: parsed.json });
  } finally {
    await target.close();
  }
});
