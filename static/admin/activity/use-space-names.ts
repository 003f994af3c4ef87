import { useEffect, useRef, useState } from 'react';

import { ask } from '../../resolver/ask';
import { isDescribedSpaces } from './is-described-spaces';

export type SpaceNames = ReadonlyMap<string, string>;

const MAX_IDS = 100;

/** Names of spaces by id, asked for once each; a space without one is gone, or not for the viewer to see. */
export const useSpaceNames = (ids: readonly string[]): SpaceNames => {
  const [names, setNames] = useState<SpaceNames>(new Map());
  const asked = useRef(new Set<string>());
  const wanted = ids.join(' ');
  useEffect(() => {
    const unknown = [...new Set(ids)].filter((id) => !asked.current.has(id));
    for (let from = 0; from < unknown.length; from += MAX_IDS) {
      const some = unknown.slice(from, from + MAX_IDS);
      for (const id of some) asked.current.add(id);
      void ask({ functionKey: 'describeSpaces', payload: { ids: some } }, isDescribedSpaces).then((described) => {
        if (described.kind === 'failed') return;
        const { spaces } = described.answer;
        setNames((known) => new Map([...known, ...spaces.map(({ id, name }) => [id, name] as const)]));
      });
    }
    // The list is new at each drawing; what counts is what is in it.
  }, [wanted]);
  return names;
};
