import { useLatestState } from '../../fields/use-latest-state';
import type { Failure } from '../../refusals/failure';
import { ask } from '../../resolver/ask';
import { isTestSearch, type TestSearchAnswer } from './is-test-search';

export type TestSearchState =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'answered'; readonly answer: TestSearchAnswer }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const useTestSearch = () => {
  const { state, latest, set } = useLatestState<TestSearchState>({ kind: 'none' });
  const send = (query: string): void => {
    if (latest().kind === 'sending') return;
    set({ kind: 'sending' });
    void ask({ functionKey: 'sendTestSearch', payload: { query } }, isTestSearch).then(set);
  };
  return { state, send };
};
