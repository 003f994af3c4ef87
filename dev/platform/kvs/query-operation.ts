import { KvsRefusal, type KvsAnswer } from './kvs-answer';
import type { QueryRequest } from './kvs-requests';
import { describeRecord, type KvsContext } from './records';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/**
 * Lists plain records by the beginning of their keys, as they were a while ago; never secrets or entities.
 * The code for a limit outside 1 to 100 is that of the entity store; the one of this endpoint is unverified.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api-query/
 */
export const queryRecords = ({ store, meter }: KvsContext, request: QueryRequest): KvsAnswer => {
  const limit = request.limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new KvsRefusal('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', `Limit must be between 1 and ${MAX_LIMIT}`);
  }
  if ((request.where?.length ?? 0) > 1) {
    throw new KvsRefusal('INVALID_REQUEST', 'There may be only one where condition');
  }
  const prefix = request.where?.[0]?.values[0] ?? '';
  const after = request.after === undefined ? undefined : Buffer.from(request.after, 'base64url').toString();
  const matches = store
    .list('plain')
    .filter(({ key }) => key.startsWith(prefix) && (after === undefined || key > after));
  const page = matches.slice(0, limit);
  meter.charge(
    'read',
    page.reduce((sum, { valueText }) => sum + Buffer.byteLength(valueText), 0),
  );
  const last = page.at(-1);
  return {
    status: 200,
    body: {
      data: page.map((record) => describeRecord(record, request.options?.metadataFields)),
      ...(last === undefined || matches.length === page.length
        ? {}
        : { cursor: Buffer.from(last.key).toString('base64url') }),
    },
  };
};
