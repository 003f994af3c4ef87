import { parseSearchAnswer } from '../../src/search/parse-search-answer';
import type { BenchMaterial } from './bench-material';
import { compareProcessorTime } from './compare-processor-time';
import type { Figure } from './figure';
import { loadShippedExcerpts } from './load-shipped-excerpts';
import { parseBenchQueries } from './parse-bench-queries';
import { writeSearchAnswer } from './search-answer';
import { toSearchRequest } from './search-request';
import { median, ratios } from './statistics';

const PAGES = 25;
const BODY_CHARACTERS = 60_000;

/** What an answer of many long pages costs beyond reading its JSON: from the answer's text to excerpts of every page. */
export const measureLargeAnswer = ({ pages, queries }: BenchMaterial, rounds: number): readonly Figure[] => {
  const { rankPages, spendBudget } = loadShippedExcerpts();
  const text = writeSearchAnswer(pages, { count: PAGES, size: BODY_CHARACTERS });
  const terms = parseBenchQueries(queries);
  const budget = { ...toSearchRequest('any'), limit: PAGES };
  let asked = 0;
  const answer = (): void => {
    const { hits } = parseSearchAnswer(JSON.parse(text));
    const candidates = hits.map(({ id, title, storage = '' }) => ({ id, title, storage }));
    const query = terms[asked++ % terms.length];
    if (query !== undefined) spendBudget(rankPages(candidates, query), budget);
  };
  const timesOf = compareProcessorTime({ json: () => void JSON.parse(text), answer }, rounds);
  const [jsonMs, answerMs] = [timesOf('json'), timesOf('answer')];
  const beyond = answerMs.map((ms, round) => ms - (jsonMs[round] ?? Number.NaN));
  const details = {
    answerMs: median(answerMs),
    jsonParseMs: median(jsonMs),
    timesJsonParse: median(ratios(answerMs, jsonMs)),
    pages: PAGES,
    kilobytes: Buffer.byteLength(text) / 1000,
    rounds,
  };
  return [
    {
      name: 'answer-ms-beyond-json-parse',
      value: median(beyond),
      unit: 'ms',
      about: `excerpts of a ${PAGES}-page answer with bodies of 60 KB, processor time beyond JSON.parse of it`,
      details,
    },
  ];
};
