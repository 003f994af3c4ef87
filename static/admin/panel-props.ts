import type { Change, SiteStatus } from './site/site-state';
import type { Site } from './site/use-site';

/** What each tab is given. */
export type PanelProps = { readonly site: Site; readonly status: SiteStatus; readonly change: Change };
