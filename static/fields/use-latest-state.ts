import { useRef, useState } from 'react';

export type LatestState<State> = {
  /** As it is drawn. */
  readonly state: State;
  /**
   * As it is by now. A handler must ask for it, not take `state`: handlers are called across the bridge, and whoever is
   * fast calls one that was drawn before the last change.
   */
  readonly latest: () => State;
  readonly set: (state: State) => void;
};

/** State that handlers can decide by. */
export const useLatestState = <State>(first: State): LatestState<State> => {
  const [state, setState] = useState<State>(first);
  const latest = useRef(first);
  return {
    state,
    latest: () => latest.current,
    set: (next) => {
      latest.current = next;
      setState(() => next);
    },
  };
};
