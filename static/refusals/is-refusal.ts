import type { Refusal } from '../../src/contract/refusal';

const REFUSALS: Readonly<Record<Refusal, true>> = {
  'not-space-admin': true,
  'not-confluence-admin': true,
  'space-not-available': true,
  'space-archived': true,
  'opt-in-forbidden': true,
  'too-many-exclusions': true,
  'too-many-keys': true,
  'key-not-found': true,
  'invalid-payload': true,
  busy: true,
  'space-closed': true,
  paused: true,
  'rate-limited': true,
  'no-word': true,
  'no-key': true,
  'storage-unavailable': true,
  'confluence-unavailable': true,
};

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'string' && Object.hasOwn(REFUSALS, value);
