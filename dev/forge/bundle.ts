/** `npm run bundle:forge`: builds what `forge deploy` would upload into dist/forge/ and prints the sizes. */
import { gzipSync } from 'node:zlib';

import { bundleApp } from './bundle-app';

const toKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const main = async (): Promise<void> => {
  for (const { file, content } of await bundleApp('dist/forge')) {
    console.log(`${file}  ${toKilobytes(content.length)}, gzip ${toKilobytes(gzipSync(content).length)}`);
  }
};

void main();
