import type { AdminSpace } from '../../../src/contract/administration-api';
import type { BulkPlan } from './bulk-change';

/** What opening or closing a selection would change: what stands as wanted already is left out. */
export const toPlan = (selected: readonly AdminSpace[], enabled: boolean): BulkPlan => {
  const others = selected.filter(({ open }) => open !== enabled);
  const spaces = others.filter(({ archived }) => !enabled || !archived);
  return { enabled, spaces: spaces.map(({ id, name }) => ({ id, name })), archived: others.length - spaces.length };
};
