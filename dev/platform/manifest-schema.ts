import * as v from 'valibot';

import { ATTRIBUTE_TYPES } from './manifest';

export const APP_ID = /^ari:cloud:ecosystem::app\/([0-9a-f-]{36})$/;

const functionReference = v.looseObject({ key: v.string(), function: v.string() });

/** The members of manifest.yml that the stand-in acts on. */
export const manifestSchema = v.looseObject({
  app: v.looseObject({
    id: v.pipe(v.string(), v.regex(APP_ID, 'must be an app ARI')),
    runtime: v.optional(v.looseObject({ memoryMB: v.optional(v.number()) })),
    storage: v.optional(
      v.looseObject({
        entities: v.optional(
          v.array(
            v.looseObject({
              name: v.string(),
              attributes: v.record(v.string(), v.looseObject({ type: v.picklist(ATTRIBUTE_TYPES) })),
              indexes: v.optional(
                v.array(
                  v.union([
                    v.string(),
                    v.looseObject({
                      name: v.string(),
                      range: v.optional(v.array(v.string())),
                      partition: v.optional(v.array(v.string())),
                    }),
                  ]),
                ),
              ),
            }),
          ),
        ),
      }),
    ),
  }),
  modules: v.objectWithRest(
    {
      function: v.optional(
        v.array(
          v.looseObject({
            key: v.string(),
            handler: v.pipe(v.string(), v.regex(/^[^.]+\.[^.]+$/, 'must be <file>.<export>')),
            timeoutSeconds: v.optional(v.number()),
          }),
        ),
      ),
      webtrigger: v.optional(
        v.array(
          v.looseObject({
            ...functionReference.entries,
            urlFormat: v.optional(v.picklist(['v1', 'v2'])),
            request: v.optional(
              v.looseObject({ authentication: v.optional(v.picklist(['hmacSharedSecret', 'none'])) }),
            ),
            response: v.optional(
              v.looseObject({
                type: v.picklist(['static', 'dynamic']),
                outputs: v.optional(
                  v.array(
                    v.looseObject({
                      key: v.string(),
                      statusCode: v.number(),
                      contentType: v.optional(v.string()),
                      body: v.optional(v.string()),
                    }),
                  ),
                ),
              }),
            ),
          }),
        ),
      ),
      trigger: v.optional(v.array(v.looseObject({ ...functionReference.entries, events: v.array(v.string()) }))),
      scheduledTrigger: v.optional(v.array(functionReference)),
      consumer: v.optional(
        v.array(
          v.looseObject({
            key: v.string(),
            queue: v.string(),
            function: v.optional(v.string()),
            resolver: v.optional(v.looseObject({ function: v.string() })),
          }),
        ),
      ),
      preUninstall: v.optional(v.array(functionReference)),
    },
    v.array(v.unknown()),
  ),
  permissions: v.optional(
    v.looseObject({
      scopes: v.optional(
        v.union([
          v.array(v.string()),
          v.record(v.string(), v.nullish(v.looseObject({ allowImpersonation: v.optional(v.boolean()) }))),
        ]),
      ),
      external: v.optional(
        v.looseObject({
          fetch: v.optional(
            v.looseObject({
              backend: v.optional(v.array(v.union([v.string(), v.looseObject({ address: v.optional(v.string()) })]))),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A module of any type that has a resolver. */
export const resolverSchema = v.looseObject({ key: v.string(), resolver: v.looseObject({ function: v.string() }) });
