import { useEffect, useRef, useState } from 'react';

/** How long the app has to take over what was typed, before the field shows the app's value again. */
const ANSWER_MS = 1000;

/**
 * What a controlled text field shows. The app answers each keystroke later, in order: until it has answered the last one
 * the field shows what was typed, or fast typing would lose letters. A value that nobody typed is the app's own and wins.
 */
export const useTypedText = (value: string | undefined) => {
  const [shown, setShown] = useState(value);
  const unanswered = useRef<string[]>([]);
  const timer = useRef<number>();

  const settle = (settled: string | undefined): void => {
    unanswered.current = [];
    setShown(settled);
  };

  useEffect(() => {
    const echoed = value === undefined ? -1 : unanswered.current.lastIndexOf(value);
    if (echoed === -1) settle(value);
    else unanswered.current = unanswered.current.slice(echoed + 1);
  }, [value]);

  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );

  const latest = useRef(value);
  latest.current = value;
  const type = (typed: string): void => {
    setShown(typed);
    unanswered.current.push(typed);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      if (unanswered.current.length > 0) settle(latest.current);
    }, ANSWER_MS);
  };

  return { shown, type };
};
