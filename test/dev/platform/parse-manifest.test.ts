import { describe, expect, it } from '@jest/globals';

import { parseManifest } from '../../../dev/platform/parse-manifest';

const HEAD = 'app:\n  id: ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555\n';

describe('parseManifest', () => {
  it('reads scopes as a list or as a map with impersonation', () => {
    const scopesOf = (scopes: string) => [
      ...parseManifest(`${HEAD}modules: {}\npermissions:\n  scopes:\n${scopes}`).scopes,
    ];
    expect(scopesOf('    - storage:app\n')).toEqual([['storage:app', { allowImpersonation: false }]]);
    expect(scopesOf('    storage:app:\n    search:confluence:\n      allowImpersonation: true\n')).toEqual([
      ['storage:app', { allowImpersonation: false }],
      ['search:confluence', { allowImpersonation: true }],
    ]);
  });

  it('names everything that is wrong at once', () => {
    expect(() => parseManifest('app:\n  id: mine\nmodules:\n  function:\n    - handler: index\n')).toThrow(
      expect.objectContaining({
        name: 'PlatformError',
        code: 'invalid-manifest',
        message: expect.stringMatching(/app\.id.*modules\.function\.0\.key.*modules\.function\.0\.handler/),
      }),
    );
  });

  it('names functions that a module uses and the manifest lacks', () => {
    expect(() => parseManifest(`${HEAD}modules:\n  webtrigger:\n    - key: a\n      function: absent\n`)).toThrow(
      /absent/,
    );
  });

  it('refuses what is not YAML', () => {
    expect(() => parseManifest('app: [')).toThrow(expect.objectContaining({ code: 'invalid-manifest' }));
  });

  it('finds events, queues and schedules', () => {
    const manifest = parseManifest(
      `${HEAD}modules:
  trigger: [{ key: t, function: f, events: [avi:a, avi:b] }]
  scheduledTrigger: [{ key: s, function: f, interval: day }]
  consumer: [{ key: c, queue: q, function: f }]
  preUninstall: [{ key: p, function: f }]
  function: [{ key: f, handler: index.f, timeoutSeconds: 900 }]
`,
    );
    expect(manifest.subscriptions.map(({ event }) => event)).toEqual([
      'avi:a',
      'avi:b',
      'scheduledTrigger:s',
      'consumer:q',
      'preUninstall',
    ]);
    expect(manifest.functions.get('f')).toEqual({ key: 'f', file: 'index', exportName: 'f', timeoutSeconds: 900 });
  });

  it('knows simple and named indexes, and the egress addresses', () => {
    const manifest = parseManifest(
      `app:
  id: ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555
  storage:
    entities:
      - name: thing
        attributes: { a: { type: string }, b: { type: integer } }
        indexes: [a, { name: by-b, range: [b], partition: [a] }]
modules: {}
permissions:
  external: { fetch: { backend: [https://a.example, { address: https://b.example }] } }
`,
    );
    expect(manifest.entities.get('thing')?.indexes).toEqual([
      { name: 'a', range: ['a'], partition: [] },
      { name: 'by-b', range: ['b'], partition: ['a'] },
    ]);
    expect(manifest.egress).toEqual(['https://a.example', 'https://b.example']);
  });
});
