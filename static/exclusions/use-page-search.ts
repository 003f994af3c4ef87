import { useRef, useState } from 'react';

import type { PageName } from '../../src/contract/space-settings-api';
import type { Failure } from '../refusals/failure';
import type { Find } from './find-pages';

export type PageSearch =
  | { readonly kind: 'none' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'found'; readonly pages: readonly PageName[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Looks pages up by title. Of several searches at once, only the last is shown. */
export const usePageSearch = (find: Find) => {
  const [search, setSearch] = useState<PageSearch>({ kind: 'none' });
  const last = useRef(0);
  const run = (query: string): void => {
    last.current += 1;
    const own = last.current;
    setSearch({ kind: 'searching' });
    void find({ query }).then((asked) => {
      if (own !== last.current) return;
      setSearch(asked.kind === 'failed' ? asked : { kind: 'found', pages: asked.answer });
    });
  };
  return { search, run };
};
