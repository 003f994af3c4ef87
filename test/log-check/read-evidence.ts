import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../dev/log-evidence';
import type { Evidence } from './find-leaks';

/** Reads all that the processes of a run kept in the folder. */
export const readEvidence = (folder: string): Evidence => {
  const names = readdirSync(folder);
  const read = (kind: EvidenceKind): readonly string[] =>
    names.filter((name) => name.startsWith(`${kind}-`)).map((name) => readFileSync(join(folder, name), 'utf8'));
  const [line, secret, request, content] = EVIDENCE_KINDS.map(read);
  return { line: line ?? [], secret: secret ?? [], request: request ?? [], content: content ?? [] };
};
