import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv';
import * as v from 'valibot';
import { parse } from 'yaml';
import { createTestSite, pageSource } from '../../support/embedded-site';
import { readSharedFile } from '../../support/shared-file';

/**
 * The unofficial document says that it merges v1 and v2, but has the paths of v1 alone: v2 answers are held against the
 * schemas of the published client instead (confluence-js.test.ts). Its v1 paths lack the prefix `/wiki`.
 */
const DOCUMENT = 'fixtures/openapi/primelib-confluence-v1v2-openapi.yaml';

const openapi = v.object({
  paths: v.record(
    v.string(),
    v.looseObject({
      get: v.optional(
        v.object({
          responses: v.record(
            v.string(),
            v.object({
              content: v.optional(v.record(v.string(), v.object({ schema: v.optional(v.looseObject({})) }))),
            }),
          ),
        }),
      ),
    }),
  ),
});

const site = createTestSite({
  spaces: [{ key: 'ENG', name: 'Engineering', admins: ['ada'] }],
  pages: [
    pageSource({ title: 'top', labels: ['a'], restrictedTo: ['ada', 'confluence-users'] }),
    pageSource({ title: 'below', parent: 'top' }),
    pageSource({ title: 'post', type: 'blogpost' }),
  ],
});
const everything = 'space,version,history,metadata.labels,ancestors,body.storage';
const prefixed = everything.replace(/[\w.]+/gu, 'content.$&');

describe('answers of the embedded Confluence', () => {
  const text = readSharedFile(DOCUMENT);
  const document: unknown = text === undefined ? { paths: {} } : parse(text);
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  if (text !== undefined) ajv.addSchema({ $id: 'openapi', ...v.parse(v.looseObject({}), document) });
  const { paths } = v.parse(openapi, document);

  it.each([
    ['/rest/api/search', `/wiki/rest/api/search?cql=type%3Dpage`],
    ['/rest/api/search', `/wiki/rest/api/search?cql=type+IN+(page,blogpost,space)&expand=${prefixed}`],
    ['/rest/api/search', `/wiki/rest/api/search?cql=type%3Dpage&limit=1`],
    ['/rest/api/content/search', `/wiki/rest/api/content/search?cql=type%3Dpage&expand=${everything}`],
    ['/rest/api/user/current', '/wiki/rest/api/user/current?expand=operations'],
    [
      '/rest/api/content/{id}/restriction/byOperation/{operationKey}',
      '/wiki/rest/api/content/top/restriction/byOperation/read',
    ],
  ])('keep to the OpenAPI document: %s', (path, call) => {
    const { status, json } = site.get(call, 'ada');
    const schema = paths[path]?.get?.responses['200']?.content?.['application/json']?.schema;
    const reference = schema?.['$ref'];
    const validate = typeof reference === 'string' ? ajv.compile({ $ref: `openapi${reference}` }) : undefined;
    validate?.(json);
    expect({ status, errors: validate?.errors ?? [], checked: validate !== undefined }).toEqual({
      status: 200,
      errors: [],
      checked: text !== undefined,
    });
  });
});
