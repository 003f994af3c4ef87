import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';
import * as v from 'valibot';
import type { layOutBlocks } from '../../src/excerpts/markdown/lay-out-blocks';
import type { parseStorage } from '../../src/excerpts/parse-storage';
import type { rankPages } from '../../src/excerpts/rank-pages';
import type { spendBudget } from '../../src/excerpts/spend-budget';

const ROOM = resolve(__dirname, '../../src/excerpts');
const SOURCE = `
  export { layOutBlocks } from './markdown/lay-out-blocks';
  export { parseStorage } from './parse-storage';
  export { rankPages } from './rank-pages';
  export { spendBudget } from './spend-budget';
`;

const isFunction = (value: unknown): boolean => typeof value === 'function';

const room = v.object({
  layOutBlocks: v.custom<typeof layOutBlocks>(isFunction),
  parseStorage: v.custom<typeof parseStorage>(isFunction),
  rankPages: v.custom<typeof rankPages>(isFunction),
  spendBudget: v.custom<typeof spendBudget>(isFunction),
});

/**
 * The room `excerpts` as it ships: in one bundle. Run from its sources by a development loader, every call across files goes
 * through an accessor, which the published converters, measured beside it, do not have to bear.
 */
export const loadShippedExcerpts = (): v.InferOutput<typeof room> => {
  const { outputFiles } = buildSync({
    stdin: { contents: SOURCE, resolveDir: ROOM, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'silent',
  });
  const code = outputFiles.map(({ text }) => text).join('');
  const load: unknown = runInThisContext(`(module, exports, require) => {${code}\n}`, { filename: 'excerpts.cjs' });
  const module = { exports: {} };
  if (typeof load === 'function') Reflect.apply(load, undefined, [module, module.exports, createRequire(__filename)]);
  return v.parse(room, module.exports);
};
