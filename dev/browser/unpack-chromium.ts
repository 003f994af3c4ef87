import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import * as v from 'valibot';

const run = promisify(execFile);

/** A Chromium that came with a package, and what its process needs in its environment. */
export type UnpackedChromium = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> };

const PACKAGE = path.resolve(__dirname, '../../node_modules/@sparticuz/chromium');
const CACHE = path.resolve(__dirname, '../../node_modules/.cache');

/**
 * Unpacks in a process of its own: the package is an ES module, and unpacks into the folder for temporary files, where it
 * would take whatever Chromium lies there already, of any version.
 */
const UNPACK = `
  import { inflate } from '@sparticuz/chromium';
  for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(process.argv[1] + '/bin/' + name);
`;

/** Whether the package is here, and for this machine. */
export const hasChromiumPackage = (): boolean =>
  process.platform === 'linux' && process.arch === 'x64' && existsSync(path.join(PACKAGE, 'bin'));

/**
 * Unpacks the Chromium of `@sparticuz/chromium` (Linux x64 only), once for each version.
 *
 * @returns `undefined` where the package is not installed or not for this machine
 */
export const unpackChromium = async (): Promise<UnpackedChromium | undefined> => {
  if (!hasChromiumPackage()) return undefined;
  const directory = path.join(CACHE, `chromium-${await readVersion()}`);
  if (!existsSync(directory)) await unpackInto(directory);
  const executablePath = path.join(directory, 'chromium');
  const libraries = path.join(directory, 'al2023', 'lib');
  return {
    executablePath,
    env: {
      ...((await lacksLibraries(executablePath)) ? { LD_LIBRARY_PATH: libraries } : {}),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(directory, 'fonts') }),
    },
  };
};

const readVersion = async (): Promise<string> => {
  const described: unknown = JSON.parse(await readFile(path.join(PACKAGE, 'package.json'), 'utf8'));
  return v.parse(v.object({ version: v.string() }), described).version;
};

/** Into a folder beside it first, so that what is found under the name is whole; several tests may come here at once. */
const unpackInto = async (directory: string): Promise<void> => {
  const half = `${directory}-${randomUUID()}`;
  await mkdir(half, { recursive: true });
  await run(process.execPath, ['--no-warnings', '--input-type=module', '--eval', UNPACK, PACKAGE], {
    cwd: path.dirname(CACHE),
    env: { ...process.env, TMPDIR: half, NODE_OPTIONS: '' },
  });
  try {
    await rename(half, directory);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
};

/** NSS, NSPR and expat are not on every Linux; the package has them too. */
const lacksLibraries = async (executablePath: string): Promise<boolean> => {
  try {
    return (await run('ldd', [executablePath])).stdout.includes('not found');
  } catch {
    return true;
  }
};
