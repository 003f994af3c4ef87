import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { getEntryPoints, getNodeBundler, NativeUIBundler } from '@forge/bundler';
import { ConfigFile, FileSystemReader, FileSystemWriter, NullLogger } from '@forge/cli-shared';

export type BundledFile = { readonly file: string; readonly content: Buffer };

/** Stands for Atlassian's function wrapper, which comes from a CDN at `forge deploy` and is not part of the app. */
const noWrapper = () => Promise.resolve({ script: '// added at deploy', source: 'local', version: 'local' });

/**
 * Bundles the app in the working directory with Forge's own bundler, without a connection: functions into
 * `<directory>/functions`, each UI Kit page into `<directory>/<resource key>`. What was there before is removed.
 * Forge's bundler reads `require.main`: the program that calls this must be a CommonJS one.
 * @throws {Error} on a type error in what ships, as `forge deploy` would.
 */
export const bundleApp = async (directory: string): Promise<readonly BundledFile[]> => {
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const wrapper = { getNodeRuntimeWrapper: noWrapper, getNodeRuntimeLoader: noWrapper };
  const functions = await getNodeBundler(NullLogger, wrapper, config).bundle({
    appDirectory: process.cwd(),
    entryPoints: getEntryPoints(await config.getAppHandlers()),
  });
  const pages = await new NativeUIBundler(NullLogger).bundleResources(await config.getResources(['nativeUI']));

  rmSync(directory, { recursive: true, force: true });
  cpSync(functions.outputDir, path.join(directory, 'functions'), { recursive: true });
  for (const page of pages.nativeUiBundlesDetails) {
    cpSync(page.path, path.join(directory, page.key), { recursive: true });
  }
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => ({ file, content: readFileSync(path.join(directory, file)) }));
};
