import { keepEvidence, textsOf } from '../../log-evidence';
import { KvsRefusal, type KvsAnswer } from './kvs-answer';
import type { DeleteRequest, GetRequest, SetRequest } from './kvs-requests';
import { chargeWrite, describeRecord, type KvsContext, locate, prepareSet, store } from './records';
import type { Collection } from './record-store';

/** What an app may keep beside a secret, and log. */
const NOT_SECRET = ['siteUrl', 'id'];

type Located = { readonly key: string; readonly entityName?: string | undefined };

/** Where a request of the secret endpoints goes is told by its path, of the others by its entity name. */
const collectionOf = (context: KvsContext, request: Located, secret: boolean): Collection => {
  const collection = locate(context, request);
  return secret ? 'secret' : collection;
};

/** `get` is strictly consistent. @see https://developer.atlassian.com/platform/forge/storage-reference/kvs/ */
export const getRecord = (context: KvsContext, request: GetRequest, secret = false): KvsAnswer => {
  const collection = collectionOf(context, request, secret);
  const record = context.store.read(collection, request.key);
  const bytes = Buffer.byteLength(record?.valueText ?? '');
  context.meter.charge('read', bytes);
  context.meter.chargeKey('read', `${collection} ${request.key}`, bytes);
  if (record === undefined) {
    throw new KvsRefusal('KEY_NOT_FOUND', 'Key not found');
  }
  return { status: 200, body: describeRecord(record, request.options?.metadataFields) };
};

/**
 * Sets a value. `FAIL_IF_EXISTS` answers 409 while the record is there; whether an expired record that is not yet purged
 * counts as being there is unverified, and here it does.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/ ("Change write conflict strategy")
 */
export const setRecord = (context: KvsContext, request: SetRequest, bytes: number, secret = false): KvsAnswer => {
  const { keyPolicy, returnValue, returnMetadataFields } = request.options ?? {};
  if (returnValue !== undefined && keyPolicy === 'FAIL_IF_EXISTS') {
    throw new KvsRefusal('INVALID_REQUEST', 'returnValue needs the key policy OVERRIDE');
  }
  if (returnMetadataFields !== undefined && returnValue === undefined) {
    throw new KvsRefusal('INVALID_REQUEST', 'returnMetadataFields needs returnValue');
  }
  const collection = collectionOf(context, request, secret);
  if (secret) keepEvidence('secret', () => textsOf(request.value, NOT_SECRET));
  const prepared = prepareSet(context, collection, request);
  context.meter.charge('write', bytes);
  const previous = context.store.read(collection, request.key);
  if (keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined) {
    throw new KvsRefusal('KEY_CONFLICT', 'Key already exists');
  }
  chargeWrite(context, prepared);
  const latest = store(context, prepared);
  const returned = { PREVIOUS: previous, LATEST: latest };
  const record = returnValue === undefined ? undefined : returned[returnValue];
  return record === undefined ? { status: 200 } : { status: 200, body: describeRecord(record, returnMetadataFields) };
};

/** Succeeds whether the key exists or not. @see …/storage-reference/kvs-api/ ("kvs.delete") */
export const deleteRecord = (context: KvsContext, request: DeleteRequest, bytes: number, secret = false): KvsAnswer => {
  const collection = collectionOf(context, request, secret);
  context.meter.charge('write', bytes);
  context.store.remove(collection, request.key);
  return { status: 200 };
};
