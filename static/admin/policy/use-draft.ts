import { useState } from 'react';

export type Draft<Value> = {
  /** What was entered, else what is saved. */
  readonly value: Value;
  readonly isChanged: boolean;
  readonly edit: (value: Value) => void;
  readonly discard: () => void;
};

/** What is entered and not saved yet. What nobody has touched follows what is saved, whoever saves it. */
export const useDraft = <Value>(saved: Value, isSame: (one: Value, other: Value) => boolean): Draft<Value> => {
  const [entered, setEntered] = useState<{ readonly value: Value }>();
  return {
    value: entered === undefined ? saved : entered.value,
    isChanged: entered !== undefined && !isSame(entered.value, saved),
    edit: (value) => {
      setEntered({ value });
    },
    discard: () => {
      setEntered(undefined);
    },
  };
};
