import { toUnits } from '../../src/excerpts/excerpting/page-units';
import { renderRun } from '../../src/excerpts/excerpting/render-run';
import { parseStorage } from '../../src/excerpts/parse-storage';
import type { EvalAnswer } from './eval-set';
import { holdsAnswer } from './holds-answer';
import { toReaderText } from './to-reader-text';

/**
 * Whether a choice of excerpts that knew the answer could show it: one stretch of neighbouring units of the page, cut as
 * the app cuts them, of at most `room` characters of Markdown, that holds it.
 */
export const canHoldAnswer = (storage: string, answer: EvalAnswer, room: number): boolean => {
  const { blocks } = parseStorage(storage);
  const units = toUnits(blocks, room, () => true);
  let end = 0;
  return units.some((_, start) => {
    // More text never holds less, so of the stretches that begin here the longest one is enough.
    end = Math.max(end, start);
    while (end < units.length && renderRun(blocks, units.slice(start, end + 1)).length <= room) end += 1;
    return holdsAnswer([toReaderText(renderRun(blocks, units.slice(start, end)))], answer);
  });
};
