import { useLatestState } from './use-latest-state';

export type TypedText = {
  /** As it is drawn. */
  readonly text: string;
  /** As it is by now, which is what a handler must send. */
  readonly latest: () => string;
  readonly type: (text: string) => void;
};

/** What stands in a field that the app holds. */
export const useTypedText = (): TypedText => {
  const { state: text, latest, set: type } = useLatestState('');
  return { text, latest, type };
};
