import { useState } from 'react';

/** Which tabs have been looked at: only they load what they show, and keep it from then on. */
export const useVisited = (first: number) => {
  const [visited, setVisited] = useState<ReadonlySet<number>>(new Set([first]));
  return {
    isVisited: (tab: number) => visited.has(tab),
    visit: (tab: number) => {
      setVisited((before) => new Set([...before, tab]));
    },
  };
};
