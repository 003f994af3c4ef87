import type { SearchContent, SpaceDirectory } from './confluence-ports';
import type { Spending } from './spending';

/** What a request may ask of Confluence. */
export type Confluence = { readonly searchContent: SearchContent; readonly directory: SpaceDirectory };

/** Confluence, with the milliseconds that a call may take. */
export type TimedConfluence = (timeoutMs: number) => Confluence;

/** Confluence within the points and the time of one request. A call that finds neither is not made. */
export const guardConfluence = (confluence: TimedConfluence, { call }: Spending): Confluence => ({
  searchContent: (ask) => call(1 + ask.limit, (timeoutMs) => confluence(timeoutMs).searchContent(ask)),
  directory: {
    findByName: (names) => call(1 + names.length, (timeoutMs) => confluence(timeoutMs).directory.findByName(names)),
    findById: (ids) => call(1 + ids.length, (timeoutMs) => confluence(timeoutMs).directory.findById(ids)),
    findBlocked: (ids) => call(1 + ids.length, (timeoutMs) => confluence(timeoutMs).directory.findBlocked(ids)),
  },
});
