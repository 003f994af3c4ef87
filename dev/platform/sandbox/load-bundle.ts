import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

const builtins = new Set(builtinModules);
const nodeRequire = createRequire('/var/task/index.cjs');

/**
 * Loads each handler file once and gives access to its exports. The bundle can reach its own files and Node's modules
 * and nothing else: a package that was not bundled is missing here as it is missing in production.
 */
export const loadBundle = (bundle: ReadonlyMap<string, string>): ((file: string) => unknown) => {
  const loaded = new Map<string, { exports: unknown }>();

  const load = (fileName: string, source: string): unknown => {
    const known = loaded.get(fileName);
    if (known !== undefined) {
      return known.exports;
    }
    const module = { exports: {} as unknown };
    loaded.set(fileName, module);
    const location = path.posix.join('/var/task', fileName);
    const requireFrom = (id: string): unknown => {
      const sibling = id.startsWith('.') ? path.posix.normalize(id) : undefined;
      const siblingSource = sibling === undefined ? undefined : bundle.get(sibling);
      if (sibling !== undefined && siblingSource !== undefined) {
        return load(sibling, siblingSource);
      }
      if (id.startsWith('node:') || builtins.has(id)) {
        return nodeRequire(id);
      }
      throw Object.assign(new Error(`Cannot find module '${id}'`), { code: 'MODULE_NOT_FOUND' });
    };
    const wrapper: unknown = vm.runInThisContext(
      `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
      { filename: location, importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
    );
    if (typeof wrapper === 'function') {
      Reflect.apply(wrapper, module.exports, [module.exports, requireFrom, module, location, '/var/task']);
    }
    return module.exports;
  };

  for (const [fileName, source] of bundle) {
    load(fileName, source);
  }
  return (file) => {
    const fileName = `${file}.cjs`;
    const source = bundle.get(fileName);
    if (source === undefined) {
      throw new Error(`the bundle has no ${fileName}`);
    }
    return load(fileName, source);
  };
};
