import type { Run } from './run';

/** A run as lines of JSON, one a query. */
export const formatRun = (run: Run): string =>
  [...run].map(([qid, hits]) => `${JSON.stringify({ qid, hits })}\n`).join('');
