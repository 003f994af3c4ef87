import * as v from 'valibot';
import { type Clock, createClock } from '../../dev/clock';
import {
  type EmbeddedConfluence,
  type EmbeddedConfluenceOptions,
  createEmbeddedConfluence,
} from '../../dev/confluence/embedded-confluence';
import type { PageSource, SpaceSource } from '../../dev/content/site-content';

export type TestSite = {
  readonly confluence: EmbeddedConfluence;
  readonly clock: Clock;
  /** A GET as the app, or as an account. */
  readonly get: (path: string, as?: string) => TestAnswer;
  /** `GET /wiki/rest/api/search` */
  readonly search: (cql: string, parameters?: Readonly<Record<string, string>>, as?: string) => TestAnswer;
  /** Ids of the content that a search found. */
  readonly find: (cql: string, parameters?: Readonly<Record<string, string>>, as?: string) => readonly string[];
};

export type TestAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly points: number;
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json: unknown;
};

/** Noon of a Monday. */
const SITE_NOW = '2026-06-01T12:00:00.000Z';
const SITE_URL = 'http://site.test';

const searchResults = v.object({ results: v.array(v.object({ content: v.optional(v.object({ id: v.string() })) })) });

/** An embedded Confluence with a clock that stands still at {@link SITE_NOW}. */
export const createTestSite = (
  content: { readonly spaces?: readonly SpaceSource[]; readonly pages?: readonly PageSource[] },
  options: Partial<Omit<EmbeddedConfluenceOptions, 'content' | 'clock' | 'siteUrl'>> = {},
): TestSite => {
  const clock = createClock(() => Date.parse(SITE_NOW));
  const confluence = createEmbeddedConfluence({
    content: { spaces: content.spaces ?? [], pages: content.pages ?? [] },
    clock,
    siteUrl: () => SITE_URL,
    ...options,
  });
  const get: TestSite['get'] = (path, as) => {
    const caller = as === undefined ? { as: 'app' as const } : { as: 'user' as const, accountId: as };
    const { status, headers, points, body } = confluence.handle({ method: 'GET', path, headers: {}, ...caller });
    const json: unknown =
      headers['content-type']?.startsWith('application/json') === true ? JSON.parse(body) : undefined;
    return { status, headers, points, text: body, json };
  };
  const search: TestSite['search'] = (cql, parameters = {}, as) =>
    get(`/wiki/rest/api/search?${new URLSearchParams({ cql, ...parameters }).toString()}`, as);
  return {
    confluence,
    clock,
    get,
    search,
    find: (cql, parameters, as) => {
      const answer = search(cql, parameters, as);
      if (answer.status !== 200) throw new Error(`${cql} → ${String(answer.status)} ${answer.text}`);
      return v
        .parse(searchResults, answer.json)
        .results.flatMap(({ content: hit }) => (hit === undefined ? [] : [hit.id]));
    },
  };
};

/** A page of the space `ENG`; its id is its title unless given. */
export const pageSource = (members: Partial<PageSource> & { readonly title: string }): PageSource => ({
  id: members.title,
  space: 'ENG',
  storage: '<p>text</p>',
  ...members,
});
