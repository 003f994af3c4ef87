import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The path of a Chromium or Chrome that is installed: on PATH, or where its installer puts it. */
export const findInstalledBrowser = (searchPath: string = process.env['PATH'] ?? ''): string | undefined =>
  [
    ...searchPath.split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    ...(USUAL_PLACES[process.platform] ?? []),
  ].find((candidate) => existsSync(candidate));
