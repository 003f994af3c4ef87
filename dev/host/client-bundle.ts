import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'esbuild';
import * as v from 'valibot';

/** What the host's own pages load: the program that draws, its styles, and the script in the app's frame. */
export type ClientBundle = ReadonlyMap<string, string>;

const CLIENT = path.join(__dirname, 'client');
const ROOT = path.resolve(__dirname, '../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/local-site');

const SHARED = {
  bundle: true,
  minify: true,
  target: 'es2022',
  write: false,
  legalComments: 'none',
  logLevel: 'silent',
  outdir: CLIENT,
  format: 'iife',
} as const;

const bundleClient = async (): Promise<ClientBundle> => {
  const [host, frame] = await Promise.all([
    build({
      ...SHARED,
      entryPoints: [path.join(CLIENT, 'main.tsx')],
      loader: { '.svg': 'dataurl' },
      define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    }),
    build({ ...SHARED, entryPoints: [path.join(CLIENT, 'frame.ts')] }),
  ]);
  return new Map(
    [...host.outputFiles, ...frame.outputFiles].map(({ path: file, text }) => [path.basename(file), text]),
  );
};

/** Everything that the bundle is made of: the client, this file, and the versions of the packages. */
const hashSources = async (): Promise<string> => {
  const names = (await readdir(CLIENT, { recursive: true, encoding: 'utf8' })).filter(
    (name) => path.extname(name) !== '',
  );
  const files = [
    ...names.sort().map((name) => path.join(CLIENT, name)),
    __filename,
    path.join(ROOT, 'package-lock.json'),
  ];
  const hash = createHash('sha256');
  for (const text of await Promise.all(files.map((file) => readFile(file)))) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
};

const cached = v.array(v.tuple([v.string(), v.string()]));

/** Bundling takes some three seconds, and each test file would take them again. */
const loadOrBundle = async (): Promise<ClientBundle> => {
  const file = path.join(CACHE, `client-${await hashSources()}.json`);
  try {
    return new Map(v.parse(cached, JSON.parse(await readFile(file, 'utf8'))));
  } catch {
    const bundle = await bundleClient();
    const half = `${file}-${randomUUID()}`;
    await mkdir(CACHE, { recursive: true });
    await writeFile(half, JSON.stringify([...bundle]));
    await rename(half, file);
    return bundle;
  }
};

let loaded: Promise<ClientBundle> | undefined;

/** At the first call; once for all sites of this process. */
export const loadClientBundle = (): Promise<ClientBundle> => (loaded ??= loadOrBundle());
