/** `npm run bundle:forge`: builds what `forge deploy` would upload into dist/forge/, prints the sizes, and fails for a page
 * that is larger than it may be. */
import { gzipSync } from 'node:zlib';

import { bundleApp } from './bundle-app';
import { isTooLarge, MAX_PAGE_BYTES } from './is-too-large';

const toKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const main = async (): Promise<void> => {
  for (const { file, content } of await bundleApp('dist/forge')) {
    const bytes = gzipSync(content).length;
    console.log(`${file}  ${toKilobytes(content.length)}, gzip ${toKilobytes(bytes)}`);
    if (isTooLarge(file, bytes)) {
      console.error(`${file} is larger than ${toKilobytes(MAX_PAGE_BYTES)}: every visit of the page loads it.`);
      process.exitCode = 1;
    }
  }
};

void main();
