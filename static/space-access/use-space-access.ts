import { invoke } from '@forge/bridge';
import { useEffect, useState } from 'react';

import type { SetSpaceAccess, SpaceAccess } from '../../src/contract/settings-api';
import type { Failure } from '../refusals/failure';
import { isSpaceAccess } from './is-space-access';

export type SpaceAccessState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly access: SpaceAccess }
  | { readonly kind: 'saving'; readonly access: SpaceAccess; readonly wanted: boolean }
  /** `access` is how the space stands all the same; absent when it could not be loaded at all. */
  | { readonly kind: 'failed'; readonly access?: SpaceAccess; readonly failure: Failure };

/** The access of Promptless to the space that the page is shown in. Calls while a change is under way are ignored. */
export const useSpaceAccess = () => {
  const [state, setState] = useState<SpaceAccessState>({ kind: 'loading' });

  useEffect(() => {
    void ask('getSpaceAccess').then(setState);
  }, []);

  const setEnabled = (enabled: boolean): void => {
    if (state.kind === 'loading' || state.kind === 'saving' || state.access === undefined) return;
    const { access } = state;
    setState({ kind: 'saving', access, wanted: enabled });
    void ask('setSpaceAccess', { enabled }, access).then(setState);
  };

  return { state, setEnabled };
};

const ask = async (functionKey: string, payload?: SetSpaceAccess, before?: SpaceAccess): Promise<SpaceAccessState> => {
  const unanswered = { kind: 'failed', failure: 'no-answer', ...(before && { access: before }) } as const;
  try {
    const answer: unknown = await invoke(functionKey, payload);
    if (!isSpaceAccess(answer)) return unanswered;
    const { refused, ...access } = answer;
    return refused === undefined ? { kind: 'ready', access } : { kind: 'failed', access, failure: refused };
  } catch {
    return unanswered;
  }
};
