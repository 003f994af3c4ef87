import * as v from 'valibot';

import { conditionsSchema } from './conditions';

/** The bodies that `@forge/kvs` 1.6.5 sends, member by member. */
const METADATA_FIELDS = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'] as const;
const metadataFields = v.optional(v.array(v.picklist(METADATA_FIELDS)));

const getOptions = v.optional(v.object({ metadataFields }));
const ttl = v.object({
  value: v.pipe(v.number(), v.integer(), v.minValue(1)),
  unit: v.picklist(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
const setOptions = v.optional(
  v.object({
    ttl: v.optional(ttl),
    keyPolicy: v.optional(v.picklist(['OVERRIDE', 'FAIL_IF_EXISTS'])),
    returnValue: v.optional(v.picklist(['PREVIOUS', 'LATEST'])),
    returnMetadataFields: metadataFields,
  }),
);

const plainItem = { key: v.string() };
const anyItem = { key: v.string(), entityName: v.optional(v.string()) };

export const getSchema = v.object({ ...anyItem, options: getOptions });
export const setSchema = v.object({ ...anyItem, value: v.unknown(), options: setOptions });
export const deleteSchema = v.object(anyItem);
export const querySchema = v.object({
  limit: v.optional(v.number()),
  after: v.optional(v.string()),
  where: v.optional(
    v.array(
      v.object({ property: v.literal('key'), condition: v.literal('BEGINS_WITH'), values: v.tuple([v.string()]) }),
    ),
  ),
  options: getOptions,
});
export const transactionSchema = v.object({
  set: v.optional(v.array(v.object({ ...setSchema.entries, conditions: v.optional(conditionsSchema) })), []),
  delete: v.optional(v.array(v.object({ ...anyItem, conditions: v.optional(conditionsSchema) })), []),
  check: v.optional(v.array(v.object({ ...plainItem, entityName: v.string(), conditions: conditionsSchema })), []),
});
export const batchSetSchema = v.array(setSchema);
export const batchGetSchema = v.array(getSchema);
export const batchDeleteSchema = v.array(deleteSchema);

export type GetRequest = v.InferOutput<typeof getSchema>;
export type SetRequest = v.InferOutput<typeof setSchema>;
export type DeleteRequest = v.InferOutput<typeof deleteSchema>;
export type QueryRequest = v.InferOutput<typeof querySchema>;
export type TransactionRequest = v.InferOutput<typeof transactionSchema>;
export type MetadataField = (typeof METADATA_FIELDS)[number];
export type Ttl = v.InferOutput<typeof ttl>;
