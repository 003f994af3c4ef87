import type { Messages } from '../i18n/use-messages';
import type { KnownName } from './use-page-names';

const SENTENCES = {
  loading: 'exclusions.treeLoading',
  failed: 'exclusions.treeNotLoaded',
  none: 'exclusions.treeUnnamed',
} as const;

/** Names a page that has no title here by its id, and says why it has none. */
export const sayUnnamed = (id: string, name: Extract<KnownName, string>, say: Messages['say']): string =>
  say(SENTENCES[name], { id });
