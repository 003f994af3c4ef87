import { startLocalSite } from '../site/local-site';
import { parseStartArguments, START_USAGE } from './parse-start-arguments';
import { runCommand } from './run-command';

runCommand(START_USAGE, async () => {
  const { site: options, json } = parseStartArguments(process.argv.slice(2));
  const site = await startLocalSite(options);
  if (json) {
    console.log(JSON.stringify({ ready: true, site: site.url, webTrigger: site.webTriggerUrl, secret: site.secret }));
  } else {
    console.log(`A stand-in for an Atlassian site, with the app installed. Not Confluence, and nothing leaves this machine.

  site          ${site.url}
  web trigger   ${site.webTriggerUrl}
  secret        ${site.secret}
  opted in      ${site.openKeys.join(', ') || 'no space'}

  npm run search -- "how do we version our API?" --url ${site.webTriggerUrl} --secret ${site.secret}

Ends with Ctrl-C.`);
  }
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await site.close();
  return 0;
});
