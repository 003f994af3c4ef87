import { useState } from 'react';

import type { Failure } from '../../refusals/failure';
import { ask } from '../../resolver/ask';
import { isCsvPart, type CsvPart } from './is-csv-part';

/** One part of the rows is held at a time: together they may be large. */
export type Csv = {
  readonly shown?: CsvPart & { readonly part: number };
  readonly progress:
    { readonly kind: 'idle' } | { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly failure: Failure };
};

export const useCsv = () => {
  const [csv, setCsv] = useState<Csv>({ progress: { kind: 'idle' } });
  const loadAfter = (before: Csv['shown']): void => {
    if (csv.progress.kind === 'loading') return;
    setCsv({ ...csv, progress: { kind: 'loading' } });
    const payload = before?.nextCursor === undefined ? {} : { cursor: before.nextCursor };
    void ask({ functionKey: 'getAuditCsv', payload }, isCsvPart).then((asked) => {
      setCsv(
        asked.kind === 'failed'
          ? { ...csv, progress: asked }
          : { shown: { ...asked.answer, part: (before?.part ?? 0) + 1 }, progress: { kind: 'idle' } },
      );
    });
  };
  return {
    csv,
    /** From the newest row on. */
    load: () => {
      loadAfter(undefined);
    },
    loadNext: () => {
      loadAfter(csv.shown);
    },
  };
};
