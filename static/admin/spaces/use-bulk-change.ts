import { useRef, useState } from 'react';

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
  const [state, setState] = useState<BulkState>({ kind: 'none' });
  const isStopped = useRef(false);

  const run = (spaces: readonly BulkSpace[], enabled: boolean): void => {
    isStopped.current = false;
    const progress = { enabled, total: spaces.length, changed: 0, failed: [], left: spaces };
    setState({ kind: 'running', isStopping: false, progress });
    void runBulkChange(spaces, enabled, {
      setSpaces: async (payload) => {
        const asked = await ask({ functionKey: 'setSpaces', payload }, isSetSpacesAnswer);
        return asked.kind === 'failed' ? asked : { kind: 'answered', answer: asked.answer.spaces };
      },
      onProgress: (now, outcomes) => {
        onOutcomes(outcomes);
        setState({ kind: 'running', isStopping: isStopped.current, progress: now });
      },
      isStopped: () => isStopped.current,
    }).then((finished) => {
      setState({ kind: 'finished', progress: finished });
      onFinished();
    });
  };

  return {
    state,
    plan: (plan) => {
      if (state.kind === 'none' || state.kind === 'finished') setState({ kind: 'confirming', plan });
    },
    confirm: () => {
      if (state.kind === 'confirming') run(state.plan.spaces, state.plan.enabled);
    },
    dismiss: () => {
      if (state.kind !== 'running') setState({ kind: 'none' });
    },
    stop: () => {
      if (state.kind !== 'running') return;
      isStopped.current = true;
      setState({ ...state, isStopping: true });
    },
    retry: () => {
      if (state.kind !== 'finished') return;
      const { enabled, failed, left } = state.progress;
      run([...failed.map(({ id, name }) => ({ id, name })), ...left], enabled);
    },
  };
};
