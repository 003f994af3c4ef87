import { useRef } from 'react';

import type { Edit } from '../../fields/edit';
import { useLatestState } from '../../fields/use-latest-state';

/** What was entered, and what was saved when that was begun. */
export type Entered<Value> = { readonly value: Value; readonly from: Value };

export type Draft<Value> = {
  /** What was entered, else what is saved. */
  readonly value: Value;
  readonly isChanged: boolean;
  /** What there is to save by now; a handler must ask for it, since it may have been drawn before the last change. */
  readonly latest: () => Entered<Value> | undefined;
  readonly edit: (edit: Edit<Value>) => void;
  readonly discard: () => void;
};

/** What is entered and not saved yet. What nobody has touched follows what is saved, whoever saves it. */
export const useDraft = <Value>(saved: Value, isSame: (one: Value, other: Value) => boolean): Draft<Value> => {
  const entered = useLatestState<Entered<Value> | undefined>(undefined);
  const savedNow = useRef(saved);
  savedNow.current = saved;
  const changed = (now: Entered<Value> | undefined): Entered<Value> | undefined =>
    now === undefined || isSame(now.value, savedNow.current) ? undefined : now;
  return {
    value: entered.state === undefined ? saved : entered.state.value,
    isChanged: changed(entered.state) !== undefined,
    latest: () => changed(entered.latest()),
    edit: (edit) => {
      const { value, from } = entered.latest() ?? { value: savedNow.current, from: savedNow.current };
      entered.set({ value: edit(value), from });
    },
    discard: () => {
      entered.set(undefined);
    },
  };
};
