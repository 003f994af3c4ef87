import type { ApiAsk } from './api-ask';
import type { FuzzMoment } from './fuzz-moment';

const OUTCOMES: Readonly<Record<ApiAsk['operation'], readonly number[]>> = {
  // Without a word in the query 400; with no space left 403.
  search: [200, 400, 403],
  read: [200, 400, 403, 404],
  spaces: [200],
  status: [200],
};

/** What a request may be answered with that is signed and that the schema takes. */
export const allowedStatuses = (operation: ApiAsk['operation'], { paused, limited }: FuzzMoment): readonly number[] => [
  ...(paused && operation !== 'status' ? [403] : OUTCOMES[operation]),
  ...(limited ? [429] : []),
];

/** The same for a cursor that must not be taken. */
export const refusedCursorStatuses = ({ paused, limited }: FuzzMoment): readonly number[] => [
  ...(paused ? [] : [400]),
  403,
  ...(limited ? [429] : []),
];
