import { useEffect } from 'react';

import type { SetSpaceAccess, SpaceAccess } from '../../src/contract/space-settings-api';
import { useLatestState } from '../fields/use-latest-state';
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

/**
 * The access of Promptless to the space that the page is shown in. Calls while a change is under way are ignored; after one
 * that failed it asks how the space stands.
 */
export const useSpaceAccess = () => {
  const { state, latest, set } = useLatestState<SpaceAccessState>({ kind: 'loading' });

  const load = (): void => {
    set({ kind: 'loading' });
    void ask({ functionKey: 'getSpaceAccess' }, isSpaceAccess).then((asked) => {
      if (asked.kind === 'failed') set({ kind: 'not-loaded', failure: asked.failure });
      else if (asked.answer.refused !== undefined) set({ kind: 'not-loaded', failure: asked.answer.refused });
      else set({ kind: 'ready', access: asked.answer });
    });
  };
  useEffect(load, []);

  const change = async (enabled: boolean): Promise<void> => {
    const now = latest();
    if (now.kind !== 'ready' && now.kind !== 'failed') return;
    const before = now.access;
    set({ kind: 'saving', access: before, wanted: enabled });
    const payload = { enabled } satisfies SetSpaceAccess;
    const asked = await ask({ functionKey: 'setSpaceAccess', payload }, isSpaceAccess);
    if (asked.kind === 'answered') {
      set(toState(asked.answer));
      return;
    }
    const failed = { ...asked, access: before };
    set(failed);
    const again = await ask({ functionKey: 'getSpaceAccess' }, isSpaceAccess);
    // Unless it is being changed again by then.
    if (latest() !== failed || again.kind === 'failed' || again.answer.refused !== undefined) return;
    set({ ...failed, access: again.answer });
  };

  return { state, load, setEnabled: (enabled: boolean): void => void change(enabled) };
};

const toState = ({ refused, ...access }: SpaceAccess): SpaceAccessState =>
  refused === undefined ? { kind: 'ready', access } : { kind: 'failed', access, failure: refused };
