import { useEffect, useRef } from 'react';

import { useLatestState } from '../../fields/use-latest-state';
import { ask, type Asked, type Question } from '../../resolver/ask';
import { isStatusAnswer } from './is-status-answer';
import type { Part, SiteState, StatusAnswer } from './site-state';

export type Site = {
  readonly state: SiteState;
  readonly load: () => void;
  /** Shows how the site is set by now, after a change that is under way; when that cannot be told, what was shown stays. */
  readonly refresh: () => void;
  /** Sends a change; ignored while another is under way. Gives whether it was made. */
  readonly change: (part: Part, question: Question) => Promise<boolean>;
};

/** The settings of the site, and one change of them at a time. After one that failed it asks how the site is set. */
export const useSite = (): Site => {
  const { state, latest, set } = useLatestState<SiteState>({ kind: 'loading' });
  const isChanging = useRef(false);
  const isRefreshDue = useRef(false);
  /** Goes up when a change is sent and when it is answered: what was asked for before tells less than is known. */
  const changes = useRef(0);
  const refreshes = useRef(0);
  const lastShown = useRef(0);

  const load = (): void => {
    set({ kind: 'loading' });
    void ask({ functionKey: 'getStatus' }, isStatusAnswer).then((asked) => {
      set(asked.kind === 'failed' ? asked : { kind: 'ready', status: asked.answer, change: { kind: 'none' } });
    });
  };

  const refresh = (): void => {
    isRefreshDue.current = isChanging.current;
    if (isChanging.current) return;
    refreshes.current += 1;
    const own = refreshes.current;
    const before = changes.current;
    void ask({ functionKey: 'getStatus' }, isStatusAnswer).then((asked) => {
      if (changes.current !== before) {
        refresh();
        return;
      }
      const now = latest();
      if (asked.kind === 'failed' || now.kind !== 'ready' || own < lastShown.current) return;
      lastShown.current = own;
      set({ ...now, status: asked.answer });
    });
  };

  const settle = (part: Part, asked: Asked<StatusAnswer>): void => {
    const now = latest();
    if (asked.kind === 'answered') {
      const { refused, ...status } = asked.answer;
      set({ kind: 'ready', status, change: refused === undefined ? NONE : { kind: 'failed', part, failure: refused } });
      return;
    }
    const { failure } = asked;
    // Whoever no longer administers Confluence is shown nothing of it.
    if (now.kind !== 'ready' || failure === 'not-confluence-admin') set({ kind: 'failed', failure });
    else set({ ...now, change: { kind: 'failed', part, failure } });
  };

  const change: Site['change'] = async (part, question) => {
    const now = latest();
    if (isChanging.current || now.kind !== 'ready') return false;
    isChanging.current = true;
    changes.current += 1;
    set({ ...now, change: { kind: 'saving', part } });
    const asked = await ask(question, isStatusAnswer);
    isChanging.current = false;
    changes.current += 1;
    settle(part, asked);
    if (latest().kind === 'ready' && (isRefreshDue.current || asked.kind === 'failed')) refresh();
    return asked.kind === 'answered' && asked.answer.refused === undefined;
  };

  useEffect(load, []);
  return { state, load, refresh, change };
};

const NONE = { kind: 'none' } as const;
