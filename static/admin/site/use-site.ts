import { useEffect, useRef, useState } from 'react';

import type { Failure } from '../../refusals/failure';
import { ask, type Question } from '../../resolver/ask';
import { isStatusAnswer } from './is-status-answer';
import type { Part, SiteState } from './site-state';

export type Site = {
  readonly state: SiteState;
  readonly load: () => void;
  /** Shows how the site is set by now; when that cannot be told, what was shown stays. */
  readonly refresh: () => void;
  /** Sends a change; ignored while another is under way. Gives whether it was made. */
  readonly change: (part: Part, question: Question) => Promise<boolean>;
};

/** The settings of the site, and one change of them at a time. */
export const useSite = (): Site => {
  const [state, setState] = useState<SiteState>({ kind: 'loading' });
  const isChanging = useRef(false);

  const fail = (part: Part, failure: Failure): void => {
    setState((before) =>
      // Whoever no longer administers Confluence is shown nothing of it.
      before.kind !== 'ready' || failure === 'not-confluence-admin'
        ? { kind: 'failed', failure }
        : { ...before, change: { kind: 'failed', part, failure } },
    );
  };

  const load = (): void => {
    setState({ kind: 'loading' });
    void ask({ functionKey: 'getStatus' }, isStatusAnswer).then((asked) => {
      setState(asked.kind === 'failed' ? asked : { kind: 'ready', status: asked.answer, change: { kind: 'none' } });
    });
  };

  const refresh = (): void => {
    void ask({ functionKey: 'getStatus' }, isStatusAnswer).then((asked) => {
      if (asked.kind === 'failed' || isChanging.current) return;
      setState((before) => (before.kind === 'ready' ? { ...before, status: asked.answer } : before));
    });
  };

  const change: Site['change'] = async (part, question) => {
    if (isChanging.current || state.kind !== 'ready') return false;
    isChanging.current = true;
    setState({ ...state, change: { kind: 'saving', part } });
    const asked = await ask(question, isStatusAnswer);
    isChanging.current = false;
    if (asked.kind === 'failed') {
      fail(part, asked.failure);
      return false;
    }
    const { refused, ...status } = asked.answer;
    setState({
      kind: 'ready',
      status,
      change: refused === undefined ? { kind: 'none' } : { kind: 'failed', part, failure: refused },
    });
    return refused === undefined;
  };

  useEffect(load, []);
  return { state, load, refresh, change };
};
