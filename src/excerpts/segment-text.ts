/** What `Intl.Segmenter` finds, as text and place. */
export type TextSegment = { readonly segment: string; readonly index: number };

/**
 * Segments a text of any length in time proportional to it: V8's segmenter becomes quadratic on long strings, so it only
 * ever sees `windowLength` characters. A segment longer than that is parted at white space.
 */
export function* segmentText(segmenter: Intl.Segmenter, text: string, windowLength: number): Generator<TextSegment> {
  let from = 0;
  while (from < text.length) {
    const window = text.slice(from, from + windowLength);
    const isLast = from + windowLength >= text.length;
    const segments = [...segmenter.segment(window)];
    const sure = isLast || segments.length === 1 ? segments : segments.slice(0, -1);
    const whole = sure.length === 1 && !isLast && segments.length === 1 ? windowEnd(window) : undefined;
    for (const { segment, index } of sure) {
      yield { segment: whole === undefined ? segment : segment.slice(0, whole), index: from + index };
    }
    from += whole ?? sure.reduce((sum, { segment }) => sum + segment.length, 0);
  }
}

/** Behind the last white space, or else before a pair of surrogates that the window would part. */
const windowEnd = (window: string): number => {
  const space = window.search(/\s\S*$/);
  if (space > 0) return space + 1;
  return /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length;
};
