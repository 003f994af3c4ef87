import { useState } from 'react';

import type { Failure } from '../../refusals/failure';
import { ask } from '../../resolver/ask';
import { isCreatedKey, type NewKey } from './is-created-key';

export type KeyCreationState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'choosing' }
  | { readonly kind: 'creating' }
  /** The only place where the secret is, until this is closed. */
  | { readonly kind: 'created'; readonly created: NewKey }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type KeyCreation = {
  readonly state: KeyCreationState;
  readonly open: () => void;
  readonly create: (expiresInDays: number) => void;
  /** Forgets the secret. Ignored while a key is being made: it would be lost unseen. */
  readonly close: () => void;
};

/** Makes a key. `onSettled` is called when the keys of the site may be others than before. */
export const useKeyCreation = (onSettled: () => void): KeyCreation => {
  const [state, setState] = useState<KeyCreationState>({ kind: 'closed' });
  return {
    state,
    open: () => {
      setState({ kind: 'choosing' });
    },
    create: (expiresInDays) => {
      if (state.kind !== 'choosing' && state.kind !== 'failed') return;
      setState({ kind: 'creating' });
      void ask({ functionKey: 'createKey', payload: { expiresInDays } }, isCreatedKey).then((asked) => {
        setState(asked.kind === 'failed' ? asked : { kind: 'created', created: asked.answer });
        onSettled();
      });
    },
    close: () => {
      if (state.kind !== 'creating') setState({ kind: 'closed' });
    },
  };
};
