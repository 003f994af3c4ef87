import type { SiteState } from '../model/site-state';
import type { Viewer } from '../model/viewer';
import type { SearchIndex } from '../search/indexed-site';

/** A call on its way to an endpoint. */
export type RestCall = {
  /** Values of the `{…}` parts of the endpoint's path, in their order. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly viewer: Viewer;
  readonly site: RestSite;
};

/** What endpoints see of the site. */
type RestSite = {
  readonly state: SiteState;
  readonly searchIndex: SearchIndex;
  readonly nowMs: number;
  /** Without `/wiki`. */
  readonly url: string;
  readonly siteSearch: boolean;
};

/** A successful answer, with what the rate limit counts. */
export type RestAnswer = {
  readonly body: unknown;
  /** Pages, blog posts and spaces in the answer. */
  readonly contentObjects: number;
  /** Users, groups and permissions in the answer. */
  readonly peopleObjects: number;
  /** Relative address of the next page of a v2 answer, for the `Link` header. */
  readonly next?: string;
};

export type Endpoint = (call: RestCall) => RestAnswer;
