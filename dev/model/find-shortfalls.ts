import type { Counted, Counts } from './tally';

/**
 * What a thousand sequences must have seen at least, some third of what they do see: a run below it has looked at nothing,
 * whatever it did not find.
 */
const PER_THOUSAND: ReadonlyMap<Counted, number> = new Map<Counted, number>([
  ['commands', 15_000],
  ['searches that found something', 600],
  ['searches that found nothing', 400],
  ['pages found', 2000],
  ['reads that gave text', 300],
  ['pages on that gave something', 130],
  ['cursors refused', 100],
  ['lists of spaces', 200],
  ['refused: revoked key', 200],
  ['refused: expired key', 120],
  ['refused: paused', 140],
  ['refused: no space open', 60],
  ['asked while the index was behind', 1500],
  ['comparisons with what does not exist', 800],
  ['records held back by the gate', 200],
  ['changes by admins', 1500],
  ['changes refused', 800],
  ['hidden: gone', 60],
  ['hidden: page-archived', 60],
  ['hidden: trashed', 60],
  ['hidden: space-archived', 80],
  ['hidden: closed', 300],
  ['hidden: blocked', 40],
  ['hidden: restricted', 50],
  ['hidden: label', 30],
  ['hidden: tree', 25],
  ['hidden: blog-post', 30],
]);

/** What a run has seen too little of. */
export const findShortfalls = (counts: Counts): readonly string[] =>
  [...PER_THOUSAND].flatMap(([name, perThousand]) => {
    const [seen, wanted] = [counts.get(name) ?? 0, (perThousand * (counts.get('sequences') ?? 0)) / 1000];
    return seen < wanted ? [`${name}: ${seen} of ${Math.ceil(wanted)}`] : [];
  });
