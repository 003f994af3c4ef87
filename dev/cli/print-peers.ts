import type { PeerComparison, PeerScores } from '../eval/compare-peers';
import { printTable } from './print-table';

const SYSTEMS = [
  ['app', 'this app'],
  ['text', 'text ~ "<question>", Confluence’s excerpts'],
  ['siteSearch', 'siteSearch ~ "<question>", Confluence’s excerpts'],
  ['opening', 'the app’s ranking, the beginning of each page'],
] as const;

const show = (value: number | null | undefined): string => (typeof value === 'number' ? value.toFixed(3) : '–');

const toRow = (label: string, scores: PeerScores): readonly string[] => [
  label,
  ...[scores.ndcg10, scores.recall10, scores.containedShort, scores.containedLong].map(show),
];

/** Prints a comparison for a person, or as one JSON object. */
export const printPeers = (comparison: PeerComparison, { json }: { readonly json: boolean }): void => {
  if (json) {
    console.log(JSON.stringify(comparison));
    return;
  }
  const { queries, foundByPeersAlone, confluenceCalls, points } = comparison;
  printTable([
    [`${queries} queries`, 'nDCG@10', 'recall@10', 'contained@5 of 320', 'contained@5 of 1000'],
    ...SYSTEMS.map(([name, label]) => toRow(label, comparison[name])),
  ]);
  console.log(`
Queries for which Confluence finds something and the app nothing: ${foundByPeersAlone.length}
The app makes ${confluenceCalls} Confluence calls a search, of ${points} points together.`);
};
