import { useEffect, useState } from 'react';

import type { Failure } from '../../refusals/failure';
import { ask } from '../../resolver/ask';
import type { SpaceOutcome } from './is-set-spaces-answer';
import { isUnseenSpaces, type UnseenSpace } from './is-unseen-spaces';

export type UnseenState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly spaces: readonly UnseenSpace[]; readonly cut: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Open spaces that the viewer does not see. */
export const useUnseenSpaces = () => {
  const [state, setState] = useState<UnseenState>({ kind: 'loading' });
  const load = (): void => {
    setState({ kind: 'loading' });
    void ask({ functionKey: 'listUnseenSpaces' }, isUnseenSpaces).then((asked) => {
      setState(asked.kind === 'failed' ? asked : { kind: 'ready', spaces: asked.answer.spaces, cut: asked.answer.cut });
    });
  };
  useEffect(load, []);
  return {
    state,
    load,
    /** Those that are closed now are no longer listed. */
    apply: (outcomes: readonly SpaceOutcome[]) => {
      const closed = new Set(outcomes.flatMap(({ id, open }) => (open ? [] : [id])));
      setState((before) =>
        before.kind === 'ready' ? { ...before, spaces: before.spaces.filter(({ id }) => !closed.has(id)) } : before,
      );
    },
  };
};
