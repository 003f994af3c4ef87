import type { AuditLog } from '../audit/audit-log';
import type { ApiReply } from '../contract/search-api';
import { awaitAll } from '../fence/await-all';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { PROBLEMS, type ProblemCode } from './problem';
import { SAMPLED_SEARCHES, type SpaceUsageStore } from './space-usage';
import { windowsOf } from './usage-shard';

export type AftermathPorts = {
  readonly audit: Pick<AuditLog, 'appendOnceAMinute'>;
  readonly spaceUsage: SpaceUsageStore;
  /** In [0, 1). */
  readonly random: () => number;
};

/** What is left to be written down when the reply to an authenticated request is decided. */
export type Aftermath = {
  readonly nowMs: number;
  readonly keyId: string;
  /** The problem that is answered, if any. */
  readonly problem?: ProblemCode;
  readonly reply?: ApiReply;
  /** What the gate held back. */
  readonly heldBack: number;
  /** Gives unspent points back. */
  readonly settle: () => Promise<void>;
};

/** Spaces of which the reply quotes something. */
const quotedSpaces = (reply: ApiReply | undefined): readonly string[] =>
  reply?.operation === 'search'
    ? [...new Set(reply.results.filter(({ excerpts }) => excerpts.length > 0).map(({ page }) => page.space.id))]
    : [];

/** The reply is decided, and is not changed by a record that cannot be written. */
const attempt = async (write: () => Promise<void>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
  }
};

/** Whether a problem is a refusal, not a failure of the world. */
const isRefusal = (code: ProblemCode): boolean => PROBLEMS[code].status < 500;

/**
 * Writes down what an authenticated request leaves behind: what it did not spend, for one search of
 * {@link SAMPLED_SEARCHES} the spaces it quoted, and for admins, once a minute, that something was refused or held back.
 * All at once; failures of storage change nothing.
 */
export const recordAftermath = async (
  { nowMs, keyId, problem, reply, heldBack, settle }: Aftermath,
  { audit, spaceUsage, random }: AftermathPorts,
): Promise<void> => {
  const at = new Date(nowMs).toISOString();
  const spaces = quotedSpaces(reply);
  await awaitAll([
    attempt(settle),
    ...(problem === undefined || !isRefusal(problem)
      ? []
      : [attempt(() => audit.appendOnceAMinute({ at, event: 'request-refused', cause: problem, keyId }))]),
    ...(heldBack === 0
      ? []
      : [attempt(() => audit.appendOnceAMinute({ at, event: 'content-held-back', count: heldBack, keyId }))]),
    ...(spaces.length === 0 || random() * SAMPLED_SEARCHES >= 1
      ? []
      : [attempt(() => spaceUsage.count(spaces, SAMPLED_SEARCHES, windowsOf(nowMs).day))]),
  ]);
};
