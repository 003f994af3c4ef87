import { chromium, type Browser } from 'playwright-core';

import { findInstalledBrowser } from './find-installed-browser';
import { unpackChromium } from './unpack-chromium';

/**
 * Not the flags that `@sparticuz/chromium` proposes: those switch off web security and the isolation of sites, and a test
 * of the frame's isolation would then mean nothing.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** What to do where there is no browser. */
export const NO_BROWSER = `
  ┌──────────────────────────────────────────────────────────────────────────┐
  │  NO BROWSER: what needs one DID NOT RUN.                                 │
  │  On Linux x64, npm ci brings one (@sparticuz/chromium). Elsewhere,       │
  │  install Chrome or Chromium, or put a "chromium" on PATH.                │
  └──────────────────────────────────────────────────────────────────────────┘`;

/**
 * Launches a headless Chromium: the one that comes with the packages, or else one that is installed.
 *
 * @returns `undefined` where there is none; {@link NO_BROWSER} says what to do then
 */
export const launchBrowser = async (): Promise<Browser | undefined> => {
  const unpacked = await unpackChromium();
  const executablePath = unpacked?.executablePath ?? findInstalledBrowser();
  if (executablePath === undefined) return undefined;
  return chromium.launch({ executablePath, args: FLAGS, env: { ...definedEnvironment(), ...unpacked?.env } });
};

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
