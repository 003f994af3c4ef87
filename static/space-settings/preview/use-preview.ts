import { useRef, useState } from 'react';

import type { SpaceExclusions } from '../../../src/contract/settings-api';
import type { Failure } from '../../refusals/failure';
import { ask } from '../../resolver/ask';
import { isSpacePreview, type Preview } from './is-space-preview';

export type PreviewState =
  | { readonly kind: 'none' }
  | { readonly kind: 'searching' }
  /** `exclusions`: those that were in force. */
  | { readonly kind: 'found'; readonly preview: Preview; readonly exclusions: SpaceExclusions }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Searches the space as Promptless does. Of several searches at once, only the last is shown. */
export const usePreview = (exclusions: SpaceExclusions) => {
  const [state, setState] = useState<PreviewState>({ kind: 'none' });
  const last = useRef(0);
  const search = (query: string): void => {
    last.current += 1;
    const own = last.current;
    setState({ kind: 'searching' });
    void ask({ functionKey: 'previewSearch', payload: { query } }, isSpacePreview).then((asked) => {
      if (own !== last.current) return;
      setState(asked.kind === 'failed' ? asked : { kind: 'found', preview: asked.answer, exclusions });
    });
  };
  return { state, search };
};
