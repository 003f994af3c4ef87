/** Stands in everything that is closed, and in nothing that is open: no reply and no log line may hold it. */
export const MARKER = 'quzzlebarrow';
