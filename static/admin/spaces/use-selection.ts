import { useMemo, useState } from 'react';

import type { AdminSpace } from '../../../src/contract/administration-api';

export type Selection = {
  /** In the order of the filter. */
  readonly selected: readonly AdminSpace[];
  readonly isSelected: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
};

/** What is selected among the spaces of the filter: what nobody sees, nobody changes by mistake. */
export const useSelection = (filtered: readonly AdminSpace[]): Selection => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(() => filtered.filter(({ id }) => ids.has(id)), [filtered, ids]);
  return {
    selected,
    isSelected: (id) => ids.has(id),
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    selectAll: () => {
      setIds(new Set(filtered.map(({ id }) => id)));
    },
    clear: () => {
      setIds(new Set());
    },
  };
};
