import type { WordTest } from './highlight';
import type { PageText } from './page-text';

const LENGTH = 320;
const LEAD = 60;
const SURROGATE = /[\uD800-\uDFFF]/g;

/**
 * The excerpt of a hit: 320 UTF-16 code units of flattened text around the first word that was looked for, cut in the
 * middle of words; a character outside the basic plane comes out as two U+FFFD.
 * @see recorded answers of Confluence Cloud, 2021 to 2026
 */
export const cutExcerpt = (text: PageText, isHit: WordTest): string => {
  const place = text.bodyPlaces[text.bodyWords.findIndex(isHit)] ?? 0;
  const from = Math.max(0, Math.min(place - LEAD, text.body.length - LENGTH));
  return text.body.slice(from, from + LENGTH).replace(SURROGATE, '\uFFFD');
};
