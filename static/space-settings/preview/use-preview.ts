import { useEffect, useRef, useState } from 'react';

import type { SpaceExclusions } from '../../../src/contract/space-settings-api';
import { sameExclusions } from '../../exclusions/same-exclusions';
import type { Failure } from '../../refusals/failure';
import { ask } from '../../resolver/ask';
import { isSpacePreview, type Preview } from './is-space-preview';

type Search =
  | { readonly kind: 'none' }
  | { readonly kind: 'searching' }
  /** `exclusions`: those that were in force. */
  | { readonly kind: 'found'; readonly preview: Preview; readonly exclusions: readonly SpaceExclusions[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * Searches the space as Promptless does. Of several searches at once, only the last is shown; none is once the space is not
 * searched any more, not even when it is again. `isStale`: something else is excluded by now.
 */
export const usePreview = (isSearched: boolean, exclusions: readonly SpaceExclusions[]) => {
  const [state, setState] = useState<Search>({ kind: 'none' });
  const last = useRef(0);
  useEffect(() => {
    if (isSearched) return;
    last.current += 1;
    setState({ kind: 'none' });
  }, [isSearched]);
  const search = (query: string): void => {
    last.current += 1;
    const own = last.current;
    setState({ kind: 'searching' });
    void ask({ functionKey: 'previewSearch', payload: { query } }, isSpacePreview).then((asked) => {
      if (own !== last.current) return;
      setState(asked.kind === 'failed' ? asked : { kind: 'found', preview: asked.answer, exclusions });
    });
  };
  const isStale =
    state.kind === 'found' && !state.exclusions.every((each, index) => sameExclusions(each, exclusions[index] ?? each));
  return { state, isStale, search };
};
