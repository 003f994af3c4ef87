import { describe, expect, it } from '@jest/globals';

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';

import type { RestRequest } from '../../../../dev/confluence/rest-protocol';
import { createConfluenceRoute } from '../../../../dev/platform/proxy/confluence-route';
import { CONFLUENCE_SCOPE_RULES, findScopeRule } from '../../../../dev/platform/proxy/confluence-scopes';

type Operation = { readonly method: string; readonly path: string; readonly scopes: readonly string[] };

/** The document lies beside the repository and never in it; where it is missing there is nothing to compare with. */
const readOpenApiOperations = (): Operation[] => {
  const file = path.join(__dirname, '../../../../../shared/fixtures/openapi/primelib-confluence-v1v2-openapi.yaml');
  if (!existsSync(file)) {
    process.stderr.write('NOT RUN: the OpenAPI document is not there, the table of scopes is compared with nothing\n');
    return [];
  }
  const { paths } = v.parse(openApiSchema, parseYaml(readFileSync(file, 'utf8')));
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: `/wiki${template.replace(/\{[^}]+\}/g, '1')}`,
      scopes: (operation['x-atlassian-oauth2-scopes'] ?? []).flatMap(({ scopes }) => scopes),
    })),
  );
};
const openApiSchema = v.looseObject({
  paths: v.record(
    v.string(),
    v.record(
      v.string(),
      v.looseObject({
        'x-atlassian-oauth2-scopes': v.optional(v.array(v.looseObject({ scopes: v.array(v.string()) }))),
      }),
    ),
  ),
});

const call = { invocationId: '1', targetJson: '{}', method: 'GET', path: '/wiki/rest/api/search?cql=x', headers: [] };
const asApp = { type: 'fpp', provider: 'app', remote: 'confluence' } as const;

const routeWith = (scopes: Record<string, boolean>) => {
  const requests: RestRequest[] = [];
  const route = createConfluenceRoute({
    manifest: {
      scopes: new Map(Object.entries(scopes).map(([scope, allowImpersonation]) => [scope, { allowImpersonation }])),
    },
    confluence: (request) => {
      requests.push(request);
      return { status: 200, headers: {}, body: '', points: 0 };
    },
  });
  return { route, requests };
};
const uninterrupted = () => undefined;

describe('createConfluenceRoute', () => {
  it.each(['search:confluence', 'read:content-details:confluence'])('opens the search with %s alone', (scope) => {
    const { route } = routeWith({ [scope]: false });
    expect(route(asApp, call, undefined, uninterrupted).reply.status).toBe(200);
  });

  it('opens nothing with a scope of something else', () => {
    const { route, requests } = routeWith({ 'read:page:confluence': false });
    expect(route(asApp, call, undefined, uninterrupted).reply.status).toBe(401);
    expect(requests).toEqual([]);
  });

  it('checks the path that Confluence would see, not the one that was written', () => {
    const { route, requests } = routeWith({ 'read:space:confluence': false });
    const written = '/wiki/api/v2/spaces/../pages/1';
    expect(route(asApp, { ...call, path: written }, undefined, uninterrupted).reply.status).toBe(401);
    expect(requests).toEqual([]);
  });

  it('calls as another account only where the manifest allows impersonation', () => {
    const target = { ...asApp, provider: 'user', accountId: 'ada' } as const;
    const allowed = routeWith({ 'search:confluence': true });
    allowed.route(target, call, undefined, uninterrupted);
    expect(allowed.requests).toMatchObject([{ as: 'user', accountId: 'ada' }]);
    expect(
      routeWith({ 'search:confluence': false }).route(target, call, 'bob', uninterrupted).notModelled,
    ).toBeDefined();
  });
});

describe('CONFLUENCE_SCOPE_RULES', () => {
  it('names the scopes that a public copy of the OpenAPI document names', () => {
    const operations = readOpenApiOperations();
    const differing = operations.filter(({ method, path, scopes }) => {
      const rule = findScopeRule(method, path);
      return rule !== undefined && !scopes.includes(rule.granular) && !scopes.includes(rule.classic ?? '');
    });
    expect(differing).toEqual([]);
  });

  it('cites the reference for each rule', () => {
    expect(CONFLUENCE_SCOPE_RULES.map(({ source }) => new URL(source).host)).toEqual(
      CONFLUENCE_SCOPE_RULES.map(() => 'developer.atlassian.com'),
    );
  });

  it.each([
    ['GET', '/wiki/rest/api/content/search', 'read:content-details:confluence'],
    ['GET', '/wiki/api/v2/spaces/42/operations', 'read:space:confluence'],
    ['GET', '/wiki/api/v2/pages/42/ancestors', 'read:content.metadata:confluence'],
    ['POST', '/wiki/rest/api/content/42/permission/check', 'read:content.permission:confluence'],
  ])('knows %s %s', (method, path, granular) => {
    expect(findScopeRule(method, path)?.granular).toBe(granular);
  });

  it.each([
    ['DELETE', '/wiki/rest/api/search'],
    ['GET', '/rest/api/search'],
    ['GET', '/wiki/rest/api/space'],
  ])('does not know %s %s', (method, path) => {
    expect(findScopeRule(method, path)).toBeUndefined();
  });
});
