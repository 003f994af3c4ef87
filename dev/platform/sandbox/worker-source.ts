import path from 'node:path';

import { build } from 'esbuild';

/** The worker's own program as one script, so that it starts the same way under jest, tsx and plain Node. */
export const buildWorkerSource = async (): Promise<string> => {
  const result = await build({
    entryPoints: [path.join(__dirname, 'worker-main.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
};
