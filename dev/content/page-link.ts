/** A link to another page, as Confluence keeps it: by title, not by id. */
export type PageLink = {
  readonly title: string;
  /** Key of the other page's space; absent within the same space. */
  readonly space?: string;
  readonly anchor?: string;
};

/** Says which page a decoded link target leads to, if any. */
export type FollowLink = (target: string) => PageLink | undefined;
