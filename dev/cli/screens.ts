import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

import type { Browser } from 'playwright-core';

import { launchBrowser, NO_BROWSER } from '../browser/launch-browser';
import type { SurfaceState } from '../browser/surface-state';
import { SURFACE_STATES } from '../browser/surface-states';
import { takeScreenshot } from '../browser/take-screenshot';
import { waitUntilDrawn } from '../browser/wait-until-drawn';
import { writeScreensPage } from '../browser/write-screens-page';
import { sessionCookieOf } from '../host/session';
import { startLocalSite, type LocalSite } from '../site/local-site';
import { DEFAULT_SITE_OPTIONS } from '../site/site-options';
import { parseScreensArguments, SCREENS_USAGE } from './parse-screens-arguments';
import { runCommand } from './run-command';

const picture = async (browser: Browser, site: LocalSite, state: SurfaceState, file: string): Promise<void> => {
  await state.prepare(site);
  const { as, locale = 'en-US', path: address } = state;
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 }, locale });
  await context.addCookies([sessionCookieOf({ accountId: as, locale, colorMode: 'light' }, site.url)]);
  const page = await context.newPage();
  await page.goto(site.url + address);
  await waitUntilDrawn(page);
  await state.act(page);
  await takeScreenshot(page, file);
  await context.close();
};

const removePictures = async (directory: string): Promise<void> => {
  const names = await readdir(directory);
  for (const name of names.filter((each) => each.endsWith('.png'))) await rm(path.join(directory, name));
};

runCommand(SCREENS_USAGE, async () => {
  const { only, out } = parseScreensArguments(process.argv.slice(2));
  const browser = await launchBrowser();
  if (browser === undefined) {
    process.stderr.write(`${NO_BROWSER}\n`);
    return 1;
  }
  await mkdir(out, { recursive: true });
  if (only === undefined) await removePictures(out);
  const site = await startLocalSite({ ...DEFAULT_SITE_OPTIONS, port: 0 });
  try {
    const states = SURFACE_STATES.filter(({ name }) => name.includes(only ?? ''));
    for (const [index, state] of states.entries()) {
      process.stderr.write(`${index + 1} of ${states.length}  ${state.name}\n`);
      await picture(browser, site, state, path.join(out, `${state.name}.png`));
    }
    if (only === undefined) await writeScreensPage(out, states);
  } finally {
    await browser.close();
    await site.close();
  }
  return 0;
});
