import type { Page } from 'playwright-core';

import type { Session } from '../host/session';
import type { LocalSite } from '../site/local-site';

/** A page of the app in one of the states that it can be in, and how it comes into it. */
export type SurfaceState = {
  /** Kebab-case: the name of its picture. */
  readonly name: string;
  /** Of the page, below the address of the site. */
  readonly path: string;
  /** Account id of the viewer; an empty one is an anonymous visitor. */
  readonly as: string;
  /** English unless given. */
  readonly locale?: Session['locale'];
  /** Sets the site up, whatever was done with it before. To be called before the page is opened. */
  readonly prepare: (site: LocalSite) => Promise<void>;
  /** What the viewer then does on the page; it ends when the state is there to be seen. */
  readonly act: (page: Page) => Promise<void>;
};
