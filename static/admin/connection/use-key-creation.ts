import { useLatestState } from '../../fields/use-latest-state';
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
  /** Ignored once a key is being made: its secret would be lost unseen. */
  readonly cancel: () => void;
  /** Forgets the secret. */
  readonly finish: () => void;
};

/** Makes a key. `onSettled` is called when the keys of the site may be others than before. */
export const useKeyCreation = (onSettled: () => void): KeyCreation => {
  const { state, latest, set } = useLatestState<KeyCreationState>({ kind: 'closed' });
  const isAsking = (): boolean => latest().kind === 'choosing' || latest().kind === 'failed';
  return {
    state,
    open: () => {
      if (latest().kind === 'closed') set({ kind: 'choosing' });
    },
    create: (expiresInDays) => {
      if (!isAsking()) return;
      set({ kind: 'creating' });
      void ask({ functionKey: 'createKey', payload: { expiresInDays } }, isCreatedKey).then((asked) => {
        set(asked.kind === 'failed' ? asked : { kind: 'created', created: asked.answer });
        onSettled();
      });
    },
    cancel: () => {
      if (isAsking()) set({ kind: 'closed' });
    },
    finish: () => {
      if (latest().kind === 'created') set({ kind: 'closed' });
    },
  };
};
