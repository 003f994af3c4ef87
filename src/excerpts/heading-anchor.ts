/**
 * Gives each heading of a page the URL fragment under which Confluence Cloud's editor lets it be reached: its text with
 * hyphens for spaces, letter case kept, and `.1`, `.2` … behind repetitions. Not percent-encoded.
 *
 * Pages of the legacy editor have the page's title in front of each fragment instead. A body does not say which editor it
 * is of, so theirs lead to the top of the page.
 */
export const createHeadingAnchors = (): ((heading: string) => string) => {
  const seen = new Map<string, number>();
  return (heading) => {
    const fragment = heading.trim().replace(/\s+/g, '-');
    const repetition = seen.get(fragment) ?? 0;
    seen.set(fragment, repetition + 1);
    return repetition === 0 ? fragment : `${fragment}.${repetition}`;
  };
};
