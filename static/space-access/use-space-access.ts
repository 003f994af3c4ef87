import { useEffect, useState } from 'react';

import type { SetSpaceAccess, SpaceAccess } from '../../src/contract/settings-api';
import type { Failure } from '../refusals/failure';
import { ask } from '../resolver/ask';
import { isSpaceAccess } from './is-space-access';

export type SpaceAccessState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not-loaded'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly access: SpaceAccess }
  | { readonly kind: 'saving'; readonly access: SpaceAccess; readonly wanted: boolean }
  /** `access` is how the space stands all the same. */
  | { readonly kind: 'failed'; readonly access: SpaceAccess; readonly failure: Failure };

/** The access of Promptless to the space that the page is shown in. Calls while a change is under way are ignored. */
export const useSpaceAccess = () => {
  const [state, setState] = useState<SpaceAccessState>({ kind: 'loading' });

  const load = (): void => {
    setState({ kind: 'loading' });
    void ask({ functionKey: 'getSpaceAccess' }, isSpaceAccess).then((asked) => {
      if (asked.kind === 'failed') setState({ kind: 'not-loaded', failure: asked.failure });
      else if (asked.answer.refused !== undefined) setState({ kind: 'not-loaded', failure: asked.answer.refused });
      else setState({ kind: 'ready', access: asked.answer });
    });
  };
  useEffect(load, []);

  const setEnabled = (enabled: boolean): void => {
    if (state.kind !== 'ready' && state.kind !== 'failed') return;
    const before = state.access;
    setState({ kind: 'saving', access: before, wanted: enabled });
    void ask({ functionKey: 'setSpaceAccess', payload: { enabled } satisfies SetSpaceAccess }, isSpaceAccess).then(
      (asked) => {
        setState(asked.kind === 'failed' ? { ...asked, access: before } : toState(asked.answer));
      },
    );
  };

  return { state, load, setEnabled };
};

const toState = ({ refused, ...access }: SpaceAccess): SpaceAccessState =>
  refused === undefined ? { kind: 'ready', access } : { kind: 'failed', access, failure: refused };
