import { KvsRefusal, type KvsAnswer } from './kvs-answer';
import type { DeleteRequest, GetRequest, SetRequest } from './kvs-requests';
import { chargeWrite, describeRecord, type KvsContext, locate, prepareSet, store } from './records';
import { MAX_PAYLOAD_BYTES } from './transaction-operation';

const MAX_BATCH_KEYS = 25;

type Item = { readonly key: string; readonly entityName?: string | undefined };

/** Each item succeeds or fails alone; a batch is charged as one request of its whole size. */
export const batchSet = (context: KvsContext, items: readonly SetRequest[], bytes: number): KvsAnswer => {
  assertBatch(context, items);
  if (bytes > MAX_PAYLOAD_BYTES) {
    throw new KvsRefusal('MAX_SIZE', `A batch may be at most ${MAX_PAYLOAD_BYTES} bytes`);
  }
  if (items.some(({ options }) => options?.keyPolicy !== undefined || options?.returnValue !== undefined)) {
    throw new KvsRefusal('NOT_MODELLED', 'not modelled: keyPolicy or returnValue within a batch');
  }
  context.meter.charge('write', bytes);
  return runEach(items, (item) => {
    const prepared = prepareSet(context, locate(context, item), item);
    chargeWrite(context, prepared);
    store(context, prepared);
    return named(item);
  });
};

/** A key that does not exist is among the failed ones. */
export const batchGet = (context: KvsContext, items: readonly GetRequest[]): KvsAnswer => {
  assertBatch(context, items);
  let bytes = 0;
  const answer = runEach(items, (item) => {
    const record = context.store.read(locate(context, item), item.key);
    if (record === undefined) {
      throw new KvsRefusal('KEY_NOT_FOUND', 'Key not found');
    }
    bytes += Buffer.byteLength(record.valueText);
    return { ...named(item), ...describeRecord(record, item.options?.metadataFields) };
  });
  context.meter.charge('read', bytes);
  return answer;
};

export const batchDelete = (context: KvsContext, items: readonly DeleteRequest[], bytes: number): KvsAnswer => {
  assertBatch(context, items);
  context.meter.charge('write', bytes);
  return runEach(items, (item) => {
    context.store.remove(locate(context, item), item.key);
    return named(item);
  });
};

/** @see https://developer.atlassian.com/platform/forge/storage-reference/entities-batch/ ("Error handling") */
const assertBatch = ({ meter }: KvsContext, items: readonly Item[]): void => {
  if (items.length === 0) {
    throw new KvsRefusal('INVALID_REQUEST', 'A batch needs a key');
  }
  if (items.length > MAX_BATCH_KEYS) {
    throw new KvsRefusal('TOO_MANY_BATCH_ENTITIES', `A batch may have at most ${MAX_BATCH_KEYS} keys`);
  }
  if (new Set(items.map(({ key, entityName = '' }) => `${entityName} ${key}`)).size < items.length) {
    throw new KvsRefusal('KEY_DUPLICATION_ERROR', 'A batch may name each key only once');
  }
  meter.countBatch();
};

const runEach = <T extends Item>(items: readonly T[], run: (item: T) => object): KvsAnswer => {
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    try {
      successfulKeys.push(run(item));
    } catch (error) {
      if (!(error instanceof KvsRefusal)) {
        throw error;
      }
      failedKeys.push({ ...named(item), error: { code: error.code, message: error.message } });
    }
  }
  return { status: 200, body: { successfulKeys, failedKeys } };
};

const named = ({ key, entityName }: Item): Item => (entityName === undefined ? { key } : { key, entityName });
