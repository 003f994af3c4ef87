import { useEffect, useRef, useState } from 'react';

import type { PageName } from '../../src/contract/settings-api';
import type { Find } from './find-pages';

export type PageNames = ReadonlyMap<string, PageName>;

/** Titles of pages by id. Each id is asked for once; one without a title is gone, or not for the viewer to see. */
export const usePageNames = (ids: readonly string[], find: Find) => {
  const [names, setNames] = useState<PageNames>(new Map());
  const asked = useRef(new Set<string>());
  const learn = (pages: readonly PageName[]): void => {
    for (const { id } of pages) asked.current.add(id);
    setNames((known) => new Map([...known, ...pages.map((page) => [page.id, page] as const)]));
  };
  const wanted = ids.join(' ');
  useEffect(() => {
    const unknown = ids.filter((id) => !asked.current.has(id));
    if (unknown.length === 0) return;
    for (const id of unknown) asked.current.add(id);
    void find({ ids: unknown }).then((found) => {
      if (found.kind === 'answered') learn(found.answer);
      // They may be asked for again when the list next changes.
      else for (const id of unknown) asked.current.delete(id);
    });
    // The list is new at each drawing; what counts is what is in it.
  }, [wanted]);
  return { names, learn };
};
