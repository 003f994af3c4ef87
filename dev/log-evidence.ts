import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a check at the end of a run needs: every line that apps logged, and what must be in none of them. */
export const EVIDENCE_KINDS = ['line', 'secret', 'request', 'content'] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Names the folder in which evidence is kept. Without it nothing is. */
export const EVIDENCE_FOLDER = 'PROMPTLESS_LOG_EVIDENCE';

/** Of a text that hostile input made long, the beginning says enough. */
const MAX_LENGTH = 4000;

/**
 * Keeps a text once, whichever process has it; makes it only when a run wants it. It is written at once, because nobody knows
 * when a process ends.
 */
export const keepEvidence = (kind: EvidenceKind, textOf: () => string): void => {
  const folder = process.env[EVIDENCE_FOLDER];
  if (folder === undefined) return;
  const text = textOf();
  if (text === '') return;
  const kept = kind === 'content' ? text : text.slice(0, MAX_LENGTH);
  const file = join(folder, `${kind}-${createHash('sha256').update(kept).digest('hex')}`);
  if (!existsSync(file)) writeFileSync(file, kept);
};

/**
 * All texts in a value of JSON, at any depth, one on a line; without those of the members named. Without recursion, because
 * what somebody sent may be deeper than a stack.
 */
export const textsOf = (value: unknown, leftOut: readonly string[] = []): string => {
  const texts: string[] = [];
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' && next !== '') texts.push(next);
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, member] of Object.entries(next).reverse()) if (!leftOut.includes(name)) waiting.push(member);
  }
  return texts.join('\n');
};
