import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'esbuild';

import { PlatformError } from './platform-error';

/** The app's code as the sandbox loads it: CommonJS sources by file name, `index.cjs` for the handlers `index.*`. */
export type AppBundle = ReadonlyMap<string, string>;

/**
 * Builds `src/index.ts` in memory, for speed: esbuild instead of Forge's webpack. The code and the packages are the
 * same, the layout of the bundle is not; `readAppBundle` is the exact way.
 * @throws {PlatformError} `invalid-bundle` with esbuild's own messages.
 */
export const buildAppBundle = async (appDirectory: string): Promise<AppBundle> => {
  try {
    const result = await build({
      absWorkingDir: appDirectory,
      entryPoints: [path.join('src', 'index.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      keepNames: true,
      write: false,
      logLevel: 'silent',
    });
    return new Map([['index.cjs', result.outputFiles[0]?.text ?? '']]);
  } catch (error) {
    throw new PlatformError('invalid-bundle', `src/index.ts does not build: ${String(error)}`, { cause: error });
  }
};

/**
 * Reads a bundle made by `@forge/bundler`: a folder of `<file>.cjs`, or the path of its `index.cjs`.
 * Forge's own `__forge__.cjs` and `__forge_wrapper__.cjs` are left out; the sandbox stands in for them.
 * @throws {PlatformError} `invalid-bundle` when there is no CommonJS file.
 */
export const readAppBundle = async (bundlePath: string): Promise<AppBundle> => {
  const directory = await directoryOf(bundlePath);
  const names = (await readdir(directory)).filter((name) => name.endsWith('.cjs') && !name.startsWith('__forge'));
  if (names.length === 0) {
    throw new PlatformError('invalid-bundle', `no .cjs file in the bundle folder ${directory}`);
  }
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(directory, name), 'utf8')]),
  );
  return new Map(files.map(([name = '', text = '']) => [name, text]));
};

const directoryOf = async (bundlePath: string): Promise<string> => {
  try {
    return (await stat(bundlePath)).isDirectory() ? bundlePath : path.dirname(bundlePath);
  } catch (error) {
    throw new PlatformError('invalid-bundle', `no bundle at ${bundlePath}`, { cause: error });
  }
};
