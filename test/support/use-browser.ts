import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';

import { launchBrowser } from '../../dev/browser/launch-browser';
import { waitUntilDrawn } from '../../dev/browser/wait-until-drawn';
import { sessionCookieOf, type Session } from '../../dev/host/session';

type Locale = Session['locale'];

export type Visit = {
  /** Account id; an empty one is an anonymous visitor. The Confluence administrator unless given. */
  readonly as?: string;
  readonly locale?: Locale;
  readonly mode?: Session['colorMode'];
};

export type TestBrowser = {
  /** Opens a page of the site in a context that no other open page is in, and waits until the app has drawn. */
  readonly open: (path: string, visit?: Visit) => Promise<Page>;
  /** This test provokes a fault: it must come, and is no failure then. */
  readonly expectFault: (fault: RegExp) => void;
};

/** Atlaskit asks for feature gates of a service that is not there, and says so once on each page. */
const FEATURE_GATES = 'An error has occurred checking the feature gate';

const LIKE_A_VISITOR = { reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } } as const;

/**
 * A browser for the tests of one file. A test fails, too, when a page throws, says anything on the console, asks for
 * anything of another origin, or holds a component that the host does not draw.
 */
export const useBrowser = (siteUrl: () => string): TestBrowser => {
  let browser: Browser | undefined;
  /** Used again, because a new one loads and compiles the program of the host's pages anew. */
  const idle: Record<Locale, Page[]> = { 'en-US': [], 'de-DE': [] };
  let used: readonly { readonly page: Page; readonly locale: Locale }[] = [];
  let expected: readonly RegExp[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const { page, locale } of used) {
      for (const missing of await page.locator('[data-missing]').all()) {
        faults.push(`not drawn: ${(await missing.getAttribute('data-missing')) ?? ''}`);
      }
      await page.goto('about:blank');
      idle[locale].push(page);
    }
    const found = faults.splice(0);
    const awaited = expected;
    [used, expected] = [[], []];
    expect(found.filter((fault) => !awaited.some((pattern) => pattern.test(fault)))).toEqual([]);
    expect(awaited.filter((pattern) => !found.some((fault) => pattern.test(fault)))).toEqual([]);
  });

  const newPage = async (launched: Browser, locale: Locale): Promise<Page> => {
    const page = await (await launched.newContext({ ...LIKE_A_VISITOR, locale })).newPage();
    watch(page, siteUrl(), faults);
    return page;
  };

  return {
    open: async (path, { as = 'admin', locale = 'en-US', mode = 'light' } = {}) => {
      if (browser === undefined) throw new Error('the browser was not launched');
      const page = idle[locale].pop() ?? (await newPage(browser, locale));
      used = [...used, { page, locale }];
      await page.context().addCookies([sessionCookieOf({ accountId: as, locale, colorMode: mode }, siteUrl())]);
      await page.goto(siteUrl() + path);
      await waitUntilDrawn(page);
      return page;
    },
    expectFault: (fault) => {
      expected = [...expected, fault];
    },
  };
};

const watch = (page: Page, siteUrl: string, faults: string[]): void => {
  page.on('pageerror', (error) => faults.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (!isExpected(message, page)) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== siteUrl && protocol.startsWith('http')) faults.push(`asked for ${request.url()}`);
  });
};

/** The page itself may be one that does not exist. */
const isExpected = (message: ConsoleMessage, page: Page): boolean =>
  message.text().includes(FEATURE_GATES) ||
  (message.text().startsWith('Failed to load resource') && message.location().url === page.url());
