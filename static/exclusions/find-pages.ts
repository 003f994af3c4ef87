import type { FindPages, PageName } from '../../src/contract/space-settings-api';
import { ask, type Asked } from '../resolver/ask';
import { isFoundPages } from './is-found-pages';

/** Looks pages up by words of their titles, or their titles by their ids. */
export type Find = (what: FindPages) => Promise<Asked<readonly PageName[]>>;

/** Asks the page's own resolver: on the space's settings page for pages of the space, on the admin page for any. */
export const findPages: Find = async (what) => {
  const asked = await ask({ functionKey: 'findPages', payload: what }, isFoundPages);
  return asked.kind === 'failed' ? asked : { kind: 'answered', answer: asked.answer.pages };
};
