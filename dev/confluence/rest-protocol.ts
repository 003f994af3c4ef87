/** A call as it arrives at Confluence behind Atlassian's proxy: whose rights apply is decided by `as`. */
export type RestRequest = {
  readonly method: string;
  /** Path and query, beginning with `/wiki/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly as: 'app' | 'user' | 'none';
  /** Present when `as` is `user`; absent for an anonymous visitor. */
  readonly accountId?: string;
};

export type RestResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Rate-limit points that the call cost. */
  readonly points: number;
};
