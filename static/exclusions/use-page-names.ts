import { useEffect, useRef, useState } from 'react';

import type { PageName } from '../../src/contract/space-settings-api';
import type { Find } from './find-pages';

/** What is known of the title of a page; `none`: it is gone, or not for the viewer to see. */
export type KnownName = PageName | 'loading' | 'failed' | 'none';

/** Titles of pages by id. Each id is asked for once, and again after a failure when the list next changes. */
export const usePageNames = (ids: readonly string[], find: Find) => {
  const [names, setNames] = useState<ReadonlyMap<string, KnownName>>(new Map());
  const asked = useRef(new Set<string>());
  const know = (some: readonly string[], toName: (id: string) => KnownName): void => {
    setNames((known) => new Map([...known, ...some.map((id) => [id, toName(id)] as const)]));
  };
  const learn = (page: PageName): void => {
    asked.current.add(page.id);
    know([page.id], () => page);
  };
  const wanted = ids.join(' ');
  useEffect(() => {
    const unknown = ids.filter((id) => !asked.current.has(id));
    if (unknown.length === 0) return;
    for (const id of unknown) asked.current.add(id);
    void find({ ids: unknown }).then((found) => {
      if (found.kind === 'failed') for (const id of unknown) asked.current.delete(id);
      const pages = new Map(found.kind === 'failed' ? [] : found.answer.map((page) => [page.id, page]));
      know(unknown, (id) => pages.get(id) ?? (found.kind === 'failed' ? 'failed' : 'none'));
    });
    // The list is new at each drawing; what counts is what is in it.
  }, [wanted]);
  return { nameOf: (id: string): KnownName => names.get(id) ?? 'loading', learn };
};
