import { useRef } from 'react';

import { useLatestState } from '../../fields/use-latest-state';
import { ask } from '../../resolver/ask';
import type { BulkPlan, BulkSpace, BulkState } from './bulk-change';
import { isSetSpacesAnswer, type SpaceOutcome } from './is-set-spaces-answer';
import { runBulkChange } from './run-bulk-change';

export type BulkChange = {
  readonly state: BulkState;
  /** Asks the viewer first. */
  readonly plan: (plan: BulkPlan) => void;
  readonly confirm: () => void;
  /** Takes back what was planned, or the account of what was done. */
  readonly dismiss: () => void;
  /** Ends after the spaces that have been sent. */
  readonly stop: () => void;
  /** Again for what failed and what it did not come to. */
  readonly retry: () => void;
};

type Listeners = {
  readonly onOutcomes: (outcomes: readonly SpaceOutcome[]) => void;
  readonly onFinished: () => void;
};

/** Opens or closes many spaces, one run at a time. */
export const useBulkChange = ({ onOutcomes, onFinished }: Listeners): BulkChange => {
  const { state, latest, set } = useLatestState<BulkState>({ kind: 'none' });
  const isStopped = useRef(false);

  const run = (spaces: readonly BulkSpace[], enabled: boolean): void => {
    isStopped.current = false;
    const progress = { enabled, total: spaces.length, changed: 0, failed: [], left: spaces };
    set({ kind: 'running', isStopping: false, progress });
    void runBulkChange(spaces, enabled, {
      setSpaces: async (payload) => {
        const asked = await ask({ functionKey: 'setSpaces', payload }, isSetSpacesAnswer);
        return asked.kind === 'failed' ? asked : { kind: 'answered', answer: asked.answer.spaces };
      },
      onProgress: (now, outcomes) => {
        onOutcomes(outcomes);
        set({ kind: 'running', isStopping: isStopped.current, progress: now });
      },
      isStopped: () => isStopped.current,
    }).then((finished) => {
      set({ kind: 'finished', progress: finished });
      onFinished();
    });
  };

  return {
    state,
    plan: (plan) => {
      const { kind } = latest();
      if (kind === 'none' || kind === 'finished') set({ kind: 'confirming', plan });
    },
    confirm: () => {
      const now = latest();
      if (now.kind === 'confirming') run(now.plan.spaces, now.plan.enabled);
    },
    dismiss: () => {
      if (latest().kind !== 'running') set({ kind: 'none' });
    },
    stop: () => {
      const now = latest();
      if (now.kind !== 'running') return;
      isStopped.current = true;
      set({ ...now, isStopping: true });
    },
    retry: () => {
      const now = latest();
      if (now.kind !== 'finished') return;
      const { enabled, failed, left } = now.progress;
      const undone = [...failed.map(({ id, name }) => ({ id, name })), ...left];
      if (undone.length > 0) run(undone, enabled);
    },
  };
};
