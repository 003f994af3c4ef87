import type { Markup } from './html';

export type HostRequest = {
  readonly method: string;
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

export type HostAnswer = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
};

const HTML: readonly [string, string] = ['content-type', 'text/html; charset=utf-8'];

/** Nothing that a page shows or asks for comes from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const htmlAnswer = (status: number, page: Markup): HostAnswer => ({
  status,
  headers: [HTML, ['content-security-policy', PAGE_POLICY], ['cache-control', 'no-store']],
  body: page.text,
});

export const jsonAnswer = (status: number, value: unknown): HostAnswer => ({
  status,
  headers: [
    ['content-type', 'application/json'],
    ['cache-control', 'no-store'],
  ],
  body: JSON.stringify(value ?? null),
});

export const redirect = (location: string, ...headers: HostAnswer['headers'][number][]): HostAnswer => ({
  status: 303,
  headers: [['location', location], ...headers],
  body: '',
});
