import type { WebTriggerHttpResponse } from '../platform/web-trigger-request';

const ALWAYS = ['content-type', 'cache-control'];
const WHEN_AUTHENTICATED = ['server-timing', 'ratelimit', 'ratelimit-policy', 'x-webtrigger-key-expires'];
const BY_STATUS: ReadonlyMap<number, readonly string[]> = new Map([
  [405, ['allow']],
  [429, ['retry-after']],
]);

/** What is wrong with the headers of a reply. */
export const checkHeaders = (
  { status, headers }: WebTriggerHttpResponse,
  { isSigned }: { readonly isSigned: boolean },
): readonly string[] => {
  const names = headers.map(([name]) => name);
  const valueOf = (name: string): string | undefined => headers.find(([own]) => own === name)?.[1];
  const known = [...ALWAYS, ...(BY_STATUS.get(status) ?? []), ...(isSigned ? WHEN_AUTHENTICATED : [])];
  return [
    ...names.filter((name) => !known.includes(name)).map((name) => `a header too many: ${name}`),
    ...(new Set(names).size === names.length ? [] : ['a header is there twice']),
    ...headers.filter(([, value]) => /[^\t\x20-\x7e]/.test(value)).map(([name]) => `odd characters in ${name}`),
    ...(valueOf('cache-control') === 'no-store' ? [] : ['cache-control is not no-store']),
    ...(valueOf('content-type') === (status === 200 ? 'application/json' : 'application/problem+json')
      ? []
      : [`content-type is ${valueOf('content-type') ?? 'missing'}`]),
    ...(status !== 429 || /^[1-9]\d*$/.test(valueOf('retry-after') ?? '') ? [] : ['no usable retry-after']),
  ];
};
