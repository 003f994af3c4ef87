import { useEffect, useRef, useState } from 'react';

import type { AuditRow } from '../../../src/contract/administration-api';
import type { Failure } from '../../refusals/failure';
import { ask } from '../../resolver/ask';
import { isAuditPage } from './is-audit-page';

export type AuditState = {
  readonly rows: readonly AuditRow[];
  readonly unreadable: number;
  readonly nextCursor: string | undefined;
  readonly progress:
    { readonly kind: 'loading' } | { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly failure: Failure };
};

const EMPTY = { rows: [], unreadable: 0, nextCursor: undefined } as const;

type Loaded = Omit<AuditState, 'progress'>;

/**
 * The audit, newest first, page by page. `load` begins anew, `retry` repeats what failed; until an answer comes, and when
 * none does, what was loaded stays.
 */
export const useAudit = () => {
  const [state, setState] = useState<AuditState>({ ...EMPTY, progress: { kind: 'loading' } });
  const last = useRef<{ readonly before: Loaded }>({ before: EMPTY });

  const loadAfter = (before: Loaded): void => {
    const own = { before };
    last.current = own;
    setState((now) => ({ ...now, progress: { kind: 'loading' } }));
    const payload = before.nextCursor === undefined ? {} : { cursor: before.nextCursor };
    void ask({ functionKey: 'getAudit', payload }, isAuditPage).then((asked) => {
      if (own !== last.current) return;
      if (asked.kind === 'failed') {
        setState((now) => ({ ...now, progress: asked }));
        return;
      }
      const { records, unreadable, nextCursor } = asked.answer;
      setState({
        rows: [...before.rows, ...records],
        unreadable: before.unreadable + unreadable,
        nextCursor,
        progress: { kind: 'ready' },
      });
    });
  };

  const load = (): void => {
    loadAfter(EMPTY);
  };
  useEffect(load, []);
  return {
    state,
    load,
    loadMore: () => {
      loadAfter(state);
    },
    retry: () => {
      loadAfter(last.current.before);
    },
  };
};
