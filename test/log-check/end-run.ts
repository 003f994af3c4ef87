import { rmSync } from 'node:fs';
import { EVIDENCE_FOLDER } from '../../dev/log-evidence';
import { findLeaks } from './find-leaks';
import { readEvidence } from './read-evidence';

const SHOWN = 10;

/**
 * Jest's `globalTeardown`: reads everything that the app logged in the whole run, in whichever process, and fails the run
 * when a line holds a secret, text of a page or what was asked.
 */
export default (): void => {
  const folder = process.env[EVIDENCE_FOLDER];
  if (folder === undefined) throw new Error('the check of what is logged has no folder');
  const evidence = readEvidence(folder);
  const leaks = findLeaks(evidence);
  rmSync(folder, { recursive: true, force: true });
  if (leaks.length === 0) return;
  const shown = leaks
    .slice(0, SHOWN)
    .map(({ line, kind, stretch }) => `  ${kind}, "${stretch}": ${line.slice(0, 300)}`);
  throw new Error(`The app logged what it must not, ${leaks.length} times:\n${shown.join('\n')}`);
};
