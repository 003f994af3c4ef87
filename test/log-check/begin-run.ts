import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVIDENCE_FOLDER } from '../../dev/log-evidence';

/** Jest's `globalSetup`, which takes default exports only. What is started from here on inherits the folder's name. */
export default (): void => {
  process.env[EVIDENCE_FOLDER] = mkdtempSync(join(tmpdir(), 'log-evidence-'));
};
