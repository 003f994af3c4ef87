import * as v from 'valibot';

import type { Clock } from '../../clock';
import type { EntitySchema } from '../manifest';
import { batchDelete, batchGet, batchSet } from './batch-operations';
import { KvsRefusal, type KvsAnswer } from './kvs-answer';
import { batchDeleteSchema, batchGetSchema, batchSetSchema, deleteSchema, getSchema } from './kvs-requests';
import { querySchema, setSchema, transactionSchema } from './kvs-requests';
import { queryRecords } from './query-operation';
import type { KvsContext } from './records';
import { createRecordStore, type PlacedRecord } from './record-store';
import { deleteRecord, getRecord, setRecord } from './single-operations';
import { runTransaction } from './transaction-operation';
import { createUnitMeter, type Access, type UnitUse } from './unit-meter';

export type KeyValueStore = {
  /** Answers one call of `@forge/kvs`: always POST, a path below `/api/v1`, a JSON body. */
  readonly answer: (path: string, bodyText: string) => KvsAnswer;
  readonly use: (access: Access) => UnitUse;
  readonly records: () => readonly PlacedRecord[];
};

export type KeyValueStoreOptions = {
  readonly clock: Clock;
  readonly entities: ReadonlyMap<string, EntitySchema>;
  /** How far behind a query is; how far production is has no published figure. */
  readonly queryLagMs: number;
  readonly initial?: readonly PlacedRecord[];
};

type Operation = (context: KvsContext, body: unknown, bytes: number) => KvsAnswer;

/** The hosted storage of one installation. @see https://developer.atlassian.com/platform/forge/storage-reference/ */
export const createKeyValueStore = ({ clock, entities, queryLagMs, initial }: KeyValueStoreOptions): KeyValueStore => {
  const store = createRecordStore(clock, queryLagMs, initial);
  const context: KvsContext = { store, meter: createUnitMeter(clock), entities };
  return {
    answer: (path, bodyText) => {
      try {
        const operation = OPERATIONS.get(path);
        if (operation === undefined) {
          throw new KvsRefusal('NOT_MODELLED', `not modelled: storage call ${path}`);
        }
        context.meter.countRequest();
        return operation(context, parseJson(bodyText), Buffer.byteLength(bodyText));
      } catch (error) {
        if (error instanceof KvsRefusal) {
          return error.answer;
        }
        throw error;
      }
    },
    use: (access) => context.meter.use(access),
    records: () => store.all(),
  };
};

const operation =
  <Schema extends v.GenericSchema>(
    schema: Schema,
    run: (context: KvsContext, request: v.InferOutput<Schema>, bytes: number) => KvsAnswer,
  ): Operation =>
  (context, body, bytes) => {
    const parsed = v.safeParse(schema, body);
    if (!parsed.success) {
      throw new KvsRefusal('INVALID_REQUEST', parsed.issues.map((issue) => issue.message).join('; '));
    }
    return run(context, parsed.output, bytes);
  };

const get = operation(getSchema, (context, request) => getRecord(context, request));
const set = operation(setSchema, (context, request, bytes) => setRecord(context, request, bytes));
const remove = operation(deleteSchema, (context, request, bytes) => deleteRecord(context, request, bytes));

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['/api/v1/get', get],
  ['/api/v1/set', set],
  ['/api/v1/delete', remove],
  ['/api/v1/entity/get', get],
  ['/api/v1/entity/set', set],
  ['/api/v1/entity/delete', remove],
  ['/api/v1/secret/get', operation(getSchema, (context, request) => getRecord(context, request, true))],
  ['/api/v1/secret/set', operation(setSchema, (context, request, bytes) => setRecord(context, request, bytes, true))],
  [
    '/api/v1/secret/delete',
    operation(deleteSchema, (context, request, bytes) => deleteRecord(context, request, bytes, true)),
  ],
  ['/api/v1/query', operation(querySchema, queryRecords)],
  ['/api/v1/transaction', operation(transactionSchema, runTransaction)],
  ['/api/v1/batch/set', operation(batchSetSchema, batchSet)],
  ['/api/v1/batch/get', operation(batchGetSchema, batchGet)],
  ['/api/v1/batch/delete', operation(batchDeleteSchema, batchDelete)],
]);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new KvsRefusal('INVALID_REQUEST', 'The body is not JSON');
  }
};
