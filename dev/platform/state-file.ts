import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

import type { Collection, PlacedRecord } from './kvs/record-store';
import { PlatformError } from './platform-error';

const collectionSchema = v.custom<Collection>(
  (value) => typeof value === 'string' && /^(plain|secret|entity:.+)$/.test(value),
);
const recordSchema = v.object({
  collection: collectionSchema,
  key: v.string(),
  valueText: v.string(),
  createdAt: v.number(),
  updatedAt: v.number(),
  expireAt: v.exactOptional(v.number()),
});
const stateSchema = v.object({ version: v.literal(1), records: v.array(recordSchema) });

export type StateFile = {
  readonly load: () => readonly PlacedRecord[];
  readonly save: (records: readonly PlacedRecord[]) => void;
};

/** Keeps storage across restarts of the local site. Secrets are in it in the clear, so only the owner may read it. */
export const createStateFile = (file: string): StateFile => ({
  load: () => (existsSync(file) ? parseState(file) : []),
  save: (records) => {
    const next = `${file}.next`;
    writeFileSync(next, JSON.stringify({ version: 1, records }), { mode: 0o600 });
    renameSync(next, file);
  },
});

const parseState = (file: string): readonly PlacedRecord[] => {
  try {
    return v.parse(stateSchema, JSON.parse(readFileSync(file, 'utf8'))).records;
  } catch (error) {
    throw new PlatformError('invalid-state-file', `${file} is not a state file of the local site`, { cause: error });
  }
};
