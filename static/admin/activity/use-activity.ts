import { useEffect, useState } from 'react';

import type { Failure } from '../../refusals/failure';
import { ask } from '../../resolver/ask';
import type { DayCount } from '../../searches/is-day-count';
import { isActivity } from './is-activity';

export type ActivityState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly days: readonly DayCount[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const useActivity = () => {
  const [state, setState] = useState<ActivityState>({ kind: 'loading' });
  const load = (): void => {
    setState({ kind: 'loading' });
    void ask({ functionKey: 'getActivity' }, isActivity).then((asked) => {
      setState(asked.kind === 'failed' ? asked : { kind: 'ready', days: asked.answer.days });
    });
  };
  useEffect(load, []);
  return { state, load };
};
