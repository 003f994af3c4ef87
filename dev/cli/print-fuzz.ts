import type { FuzzReport } from '../fuzz/fuzz-report';
import type { FuzzVerdict } from '../fuzz/judge-fuzz';
import { printTable } from './print-table';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

const toRows = (counts: ReadonlyMap<string, number>, total: number): readonly (readonly string[])[] =>
  [...counts].map(([name, count]) => [name, String(count), percent(count / total)]);

/**
 * Prints a run for a person, or as one object with `json`; what failed also goes to standard error.
 *
 * @returns the exit status: 1 when something failed
 */
export const printFuzz = (report: FuzzReport, verdict: FuzzVerdict, json: boolean): number => {
  const { seed, requests, seconds, signed, reachedConfluence, replies, kinds } = report;
  const { failures, signedShare, reachedShare, heapEarly, heapLate } = verdict;
  if (json) {
    const members = { ...report, replies: Object.fromEntries(replies), kinds: Object.fromEntries(kinds) };
    console.log(JSON.stringify({ ...members, ...verdict }, null, 2));
  } else {
    console.log(`seed ${seed}`);
    printTable([
      ['requests', String(requests), `${(requests / seconds).toFixed(0)} a second`],
      ['validly signed', String(signed), percent(signedShare)],
      ['reached Confluence', String(reachedConfluence), percent(reachedShare)],
      ['heap of the app, second quarter', megabytes(heapEarly), ''],
      ['heap of the app, last quarter', megabytes(heapLate), ''],
      ['failures', String(failures.length), ''],
    ]);
    console.log('\nreplies');
    printTable(toRows(replies, requests));
    console.log('\nkinds of requests');
    printTable(toRows(kinds, requests));
  }
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  return failures.length === 0 ? 0 : 1;
};
