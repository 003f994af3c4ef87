/**
 * Content as it is written down: what a folder or `.jsonl` file says, before ids are given out.
 * The members are those of the local site's content format; everything optional has a default in the embedded site.
 */
export type SiteContent = {
  readonly spaces: readonly SpaceSource[];
  readonly pages: readonly PageSource[];
};

export type SpaceSource = {
  readonly key: string;
  readonly id?: string;
  readonly name?: string;
  readonly type?: 'global' | 'personal' | 'collaboration' | 'knowledge_base';
  readonly status?: 'current' | 'archived';
  readonly alias?: string;
  /** Account ids of the space's administrators. */
  readonly admins?: readonly string[];
  readonly description?: string;
  /** Whether the space starts opted in when no `--open` is given. */
  readonly optedIn?: boolean;
  /** Closed to the app by an app access rule. */
  readonly blocked?: boolean;
};

export type PageSource = {
  readonly id?: string;
  readonly title: string;
  /** Key of the space. */
  readonly space: string;
  /** Body in Confluence storage format. */
  readonly storage: string;
  readonly type?: 'page' | 'blogpost';
  /** Id of the parent page, or its title within the same space. */
  readonly parent?: string;
  readonly labels?: readonly string[];
  /** RFC 3339; the time of the last version. */
  readonly updated?: string;
  readonly version?: number;
  readonly status?: 'current' | 'archived' | 'draft' | 'trashed';
  /** Account ids or group names that may view the page; children inherit the restriction. */
  readonly restrictedTo?: readonly string[];
  /** Account id. */
  readonly author?: string;
};
