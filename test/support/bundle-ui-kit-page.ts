import { build } from 'esbuild';
import path from 'node:path';

const bundles = new Map<string, Promise<string>>();

/**
 * Bundles a UI Kit page for {@link openUiKitPage}: like Forge's own bundle, but with React's development build, so that
 * React says what is wrong and has `act`. The page starts when `uiKitPage.start()` is called.
 */
export const bundleUiKitPage = (entry: string): Promise<string> => {
  const bundled = bundles.get(entry) ?? bundle(path.resolve(entry));
  bundles.set(entry, bundled);
  return bundled;
};

const bundle = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: {
      contents: `globalThis.uiKitPage = { act: require('react').act, start: () => require(${JSON.stringify(entry)}) };`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'iife',
    write: false,
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
};
