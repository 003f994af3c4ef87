import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'esbuild';

import type { AppManifest } from './app-manifest';
import { readTranslations, toI18nInfo } from './translations';

/** The files of one UI Kit resource by their path below its address, `index.html` among them. */
export type FrameFiles = ReadonlyMap<string, string>;

export type AppFrames = {
  /** `undefined` for a resource that the manifest does not name. Built at the first call. */
  readonly files: (resource: string) => Promise<FrameFiles | undefined>;
};

export type AppFramesOptions = {
  readonly appDirectory: string;
  readonly manifest: AppManifest;
  /** The folder of functions that `npm run bundle:forge` made; the resources' folders lie beside it. */
  readonly bundle?: string | undefined;
};

/** Stands where the product puts its own script: before the app's. */
const BRIDGE = '<script src="/_host/frame.js"></script>';

const INDEX = `<!doctype html><html><head>${BRIDGE}</head><body><script defer src="app.js"></script></body></html>`;

/** The pages of the app: each resource's own bundle, and its texts as Forge lays them beside it. */
export const createAppFrames = ({ appDirectory, manifest, bundle }: AppFramesOptions): AppFrames => {
  const built = new Map<string, Promise<FrameFiles>>();

  const collect = async (resource: string, entry: string): Promise<FrameFiles> => {
    const [code, texts] = await Promise.all([
      bundle === undefined ? bundlePage(appDirectory, entry) : readBundledPage(bundle, resource),
      readTranslations(appDirectory, manifest),
    ]);
    return new Map([
      ...code,
      ['__LOCALES__/i18n-info.json', JSON.stringify(toI18nInfo(manifest, texts))],
      ...[...texts].map(([locale, text]): [string, string] => [`__LOCALES__/${locale}.json`, JSON.stringify(text)]),
    ]);
  };

  return {
    files: (resource) => {
      const found = manifest.resources.find(({ key }) => key === resource);
      if (found === undefined) return Promise.resolve(undefined);
      const files = built.get(resource) ?? collect(resource, found.path);
      built.set(resource, files);
      // What does not build now may do so once somebody has mended it.
      files.catch(() => built.delete(resource));
      return files;
    },
  };
};

/** As Forge's own bundle, but by esbuild and in memory. */
const bundlePage = async (appDirectory: string, entry: string): Promise<[string, string][]> => {
  const { outputFiles } = await build({
    absWorkingDir: appDirectory,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'silent',
  });
  return [
    ['index.html', INDEX],
    ['app.js', outputFiles.map(({ text }) => text).join('')],
  ];
};

const readBundledPage = async (bundle: string, resource: string): Promise<[string, string][]> => {
  const functions = path.extname(bundle) === '' ? bundle : path.dirname(bundle);
  const directory = path.join(path.dirname(functions), resource);
  const names = (await readdir(directory, { recursive: true, encoding: 'utf8' })).filter((name) =>
    /\.(html|js)$/.test(name),
  );
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const text = await readFile(path.join(directory, name), 'utf8');
      return [
        name,
        name === 'index.html'
          ? text.replace(/<head>|<script/, (tag) => (tag === '<head>' ? `${tag}${BRIDGE}` : `${BRIDGE}${tag}`))
          : text,
      ];
    }),
  );
};
