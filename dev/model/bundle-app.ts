import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/** A change of one place in the app, to see whether the model notices. */
export type SourceEdit = {
  /** The folder below `src/` in which the place is, in whichever file. */
  readonly room: string;
  readonly from: string;
  readonly to: string;
};

/** Changes sources on their way into the bundle: the files stay as they are. */
const editing = ({ room, from, to }: SourceEdit, onEdited: () => void): Plugin => ({
  name: 'source-edit',
  setup: (building) => {
    building.onLoad({ filter: new RegExp(`[\\\\/]src[\\\\/]${room}[\\\\/].*\\.ts$`) }, async ({ path: source }) => {
      const text = await readFile(source, 'utf8');
      for (let place = text.indexOf(from); place >= 0; place = text.indexOf(from, place + 1)) onEdited();
      return { contents: text.replace(from, () => to), loader: 'ts' };
    });
  },
});

/**
 * The app as one CommonJS file, as the local site bundles it, with an edit or none.
 *
 * @throws {Error} for an edit that does not fit exactly one place
 */
export const bundleApp = async (appDirectory: string, edit?: SourceEdit): Promise<string> => {
  let places = 0;
  const count = (): void => {
    places += 1;
  };
  const { outputFiles } = await build({
    absWorkingDir: appDirectory,
    entryPoints: [path.join('src', 'index.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    keepNames: true,
    write: false,
    logLevel: 'silent',
    plugins: edit === undefined ? [] : [editing(edit, count)],
  });
  if (edit !== undefined && places !== 1)
    throw new Error(`src/${edit.room} has ${places} places that read: ${edit.from}`);
  return outputFiles.map(({ text }) => text).join('');
};
