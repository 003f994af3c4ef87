import { useEffect, useRef, useState } from 'react';

import type { AdminSpace } from '../../../src/contract/administration-api';
import type { Failure } from '../../refusals/failure';
import { ask } from '../../resolver/ask';
import { applyOutcomes } from './apply-outcomes';
import { isAdminSpaces } from './is-admin-spaces';
import type { SpaceOutcome } from './is-set-spaces-answer';

export type SpacesState = {
  /** As far as they have been loaded. */
  readonly spaces: readonly AdminSpace[];
  readonly progress:
    | { readonly kind: 'loading' }
    | { readonly kind: 'ready' }
    /** `cursor` is where loading goes on. */
    | { readonly kind: 'failed'; readonly failure: Failure; readonly cursor: string | undefined };
};

/** All spaces that the viewer may see, loaded page by page. */
export const useSpaces = () => {
  const [state, setState] = useState<SpacesState>({ spaces: [], progress: { kind: 'loading' } });
  const isGone = useRef(false);

  const loadFrom = async (start: string | undefined): Promise<void> => {
    setState((before) => ({ ...before, progress: { kind: 'loading' } }));
    let cursor = start;
    do {
      const payload = cursor === undefined ? {} : { cursor };
      const asked = await ask({ functionKey: 'listSpaces', payload }, isAdminSpaces);
      if (isGone.current) return;
      if (asked.kind === 'failed') {
        const { failure } = asked;
        const at = cursor;
        setState((before) => ({ ...before, progress: { kind: 'failed', failure, cursor: at } }));
        return;
      }
      const { spaces, nextCursor } = asked.answer;
      setState((before) => ({ ...before, spaces: append(before.spaces, spaces) }));
      cursor = nextCursor;
    } while (cursor !== undefined);
    setState((before) => ({ ...before, progress: { kind: 'ready' } }));
  };

  useEffect(() => {
    isGone.current = false;
    void loadFrom(undefined);
    return () => {
      isGone.current = true;
    };
  }, []);

  return {
    state,
    /** Goes on where loading failed. */
    goOn: () => {
      if (state.progress.kind === 'failed') void loadFrom(state.progress.cursor);
    },
    apply: (outcomes: readonly SpaceOutcome[]) => {
      setState((before) => ({ ...before, spaces: applyOutcomes(before.spaces, outcomes) }));
    },
  };
};

/** Pages may overlap when spaces come and go meanwhile: no space is listed twice. */
const append = (before: readonly AdminSpace[], more: readonly AdminSpace[]): readonly AdminSpace[] => {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...more.filter(({ id }) => !known.has(id))];
};
