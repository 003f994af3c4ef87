import { useRef, useState } from 'react';

export type TypedText = {
  /** As it is drawn. */
  readonly text: string;
  /**
   * As it is by now. A handler must ask for it, not take `text`: handlers are called across the bridge, and whoever types
   * fast and presses Enter calls one that was drawn before the last letter.
   */
  readonly latest: () => string;
  readonly type: (text: string) => void;
};

/** What stands in a field that the app holds. */
export const useTypedText = (): TypedText => {
  const [text, setText] = useState('');
  const latest = useRef('');
  return {
    text,
    latest: () => latest.current,
    type: (typed) => {
      latest.current = typed;
      setText(typed);
    },
  };
};
