/** The most that a page may weigh, gzipped: an empty UI Kit page has 71 kB. */
export const MAX_PAGE_BYTES = 100_000;

/**
 * Whether a bundled file weighs more than a page may. Functions are not sent to browsers; parts that a page loads on demand
 * are judged like pages.
 */
export const isTooLarge = (file: string, gzippedBytes: number): boolean =>
  !file.startsWith('functions/') && gzippedBytes > MAX_PAGE_BYTES;
