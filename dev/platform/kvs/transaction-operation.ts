import { meetsConditions, type Conditions } from './conditions';
import { KvsRefusal, type KvsAnswer } from './kvs-answer';
import type { TransactionRequest } from './kvs-requests';
import { chargeWrite, type KvsContext, locate, prepareSet, store } from './records';

const MAX_TRANSACTION_OPERATIONS = 25;
export const MAX_PAYLOAD_BYTES = 4 * 1024 * 1024;

/**
 * All or nothing: every rule and every condition is checked before anything is stored. A transaction counts as one
 * write of its size, and answers `TOO_MANY_REQUESTS` where others answer `RATE_LIMIT_EXCEEDED`. "Each key can only be
 * used once" is taken at its word, for keys of different entities too.
 * @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/ ("Transaction limits")
 */
export const runTransaction = (context: KvsContext, request: TransactionRequest, bytes: number): KvsAnswer => {
  const operations = [...request.set, ...request.delete, ...request.check];
  assertLimits(operations, bytes);
  if (request.set.some(({ options }) => options?.keyPolicy !== undefined || options?.returnValue !== undefined)) {
    throw new KvsRefusal('NOT_MODELLED', 'not modelled: keyPolicy or returnValue within a transaction');
  }
  const sets = request.set.map((operation) => prepareSet(context, locate(context, operation), operation));
  const deletes = request.delete.map((operation) => ({ ...operation, collection: locate(context, operation) }));
  context.meter.charge('write', bytes, 'TOO_MANY_REQUESTS');
  for (const operation of operations) {
    assertCondition(context, operation);
  }
  for (const prepared of sets) {
    chargeWrite(context, prepared);
  }
  for (const prepared of sets) {
    store(context, prepared);
  }
  for (const { collection, key } of deletes) {
    context.store.remove(collection, key);
  }
  return { status: 200 };
};

const assertLimits = (operations: readonly { readonly key: string }[], bytes: number): void => {
  if (operations.length === 0) {
    throw new KvsRefusal('INVALID_REQUEST', 'A transaction needs an operation');
  }
  if (operations.length > MAX_TRANSACTION_OPERATIONS) {
    throw new KvsRefusal(
      'UNPROCESSABLE_ENTITY',
      `A transaction may have at most ${MAX_TRANSACTION_OPERATIONS} operations`,
    );
  }
  if (new Set(operations.map(({ key }) => key)).size < operations.length) {
    throw new KvsRefusal('KEY_DUPLICATION_ERROR', 'Each key can only be used once in a transaction');
  }
  if (bytes > MAX_PAYLOAD_BYTES) {
    throw new KvsRefusal('MAX_SIZE', `A transaction may be at most ${MAX_PAYLOAD_BYTES} bytes`);
  }
};

type Conditional = {
  readonly key: string;
  readonly entityName?: string | undefined;
  readonly conditions?: Conditions | undefined;
};

const assertCondition = (context: KvsContext, operation: Conditional): void => {
  const collection = locate(context, operation);
  if (operation.conditions === undefined) {
    return;
  }
  if (operation.entityName === undefined) {
    throw new KvsRefusal('INVALID_REQUEST', 'Conditions need a custom entity');
  }
  const stored = context.store.read(collection, operation.key);
  const value: unknown = stored === undefined ? undefined : JSON.parse(stored.valueText);
  if (!meetsConditions(value, operation.conditions)) {
    throw new KvsRefusal('CONDITIONAL_CHECK_FAILED', 'A condition of the transaction was not met');
  }
};
