import type { OutlineHeading } from '../contract/search-api';
import type { PageDocument } from '../excerpts/page-document';
import { shortenText } from './shorten-text';

/** Nobody writes longer headings; without a bound, one page could make every reply too large to send. */
const MAX_HEADING = 200;

export const isLongHeading = (text: string): boolean => text.length > MAX_HEADING;

/** A heading as replies name it. */
export const shortenHeading = (text: string): string => shortenText(text, MAX_HEADING);

/** The first headings of a page. */
export const toOutline = ({ outline }: PageDocument, maxHeadings: number): readonly OutlineHeading[] =>
  outline.slice(0, maxHeadings).map(({ level, text }) => ({ level, text: shortenHeading(text) }));
