import type { BulkChange } from './use-bulk-change';
import { BulkResult } from './bulk-result';
import { BulkRunning } from './bulk-running';

/** How a change of many spaces goes, and what came of it. */
export const BulkReport = ({ bulk }: { readonly bulk: BulkChange }) => {
  const { state, stop, retry, dismiss } = bulk;
  if (state.kind === 'running')
    return <BulkRunning progress={state.progress} isStopping={state.isStopping} onStop={stop} />;
  if (state.kind === 'finished') return <BulkResult progress={state.progress} onRetry={retry} onDismiss={dismiss} />;
  return null;
};
