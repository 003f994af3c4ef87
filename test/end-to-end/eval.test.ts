import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { readSharedFile } from '../support/shared-file';
import { useEvalFolders } from '../support/eval-folder';

const ROOT = resolve(__dirname, '../..');
const TSX = require.resolve('tsx/cli');
const SCORER = resolve(ROOT, '../shared/eval/score.mjs');

type Ended = { readonly status: number | string; readonly out: string; readonly err: string };

const runNode = (args: readonly string[]): Promise<Ended> =>
  new Promise((done) => {
    execFile(process.execPath, [...args], { cwd: ROOT }, (error, out, err) => {
      done({ status: error?.code ?? 0, out, err });
    });
  });

const runEval = (...args: readonly string[]): Promise<Ended> => runNode([TSX, 'dev/cli/eval.ts', ...args]);

const parseLines = (text: string): readonly unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const evalFolder = useEvalFolders();

const filler = 'Nothing that anybody has asked for stands in this sentence.';

const paragraph = (text: string): string => `<p>${text}</p>`;

/** Every way to fail: the comments name the place where the answer is lost with 200 characters a page. */
const SET = {
  'storage.jsonl': [
    { id: 'zebra', title: 'Zebra', storage: paragraph(filler) + paragraph('The zebra has <b>black</b> stripes.') },
    { id: 'lion', title: 'Lion', storage: paragraph('The lion has a mane, and no stripes.') },
    { id: 'whale', title: 'Whale', storage: paragraph(`The whale sings. ${'Krill again. '.repeat(40)}`) },
    {
      id: 'walrus',
      title: 'Sea ice',
      storage:
        paragraph('Here is the walrus, and here is the walrus again.') +
        paragraph(filler).repeat(9) +
        paragraph('Ivory grows there.'),
    },
    ...Array.from({ length: 6 }, (_, index) => ({
      id: `penguin-${index}`,
      title: `Penguin ${index}`,
      storage: paragraph('Penguin after penguin.'),
    })),
    { id: 'coast', title: 'Coast', storage: paragraph(filler).repeat(9) + paragraph('A penguin eats sardines.') },
  ].map((page) => ({ ...page, space: 'ZOO' })),
  'queries.jsonl': [
    { id: 'shown', query: 'zebra' },
    { id: 'without-answer', query: 'stripes of a lion' },
    { id: 'retrieval', query: 'giraffe' },
    { id: 'impossible', query: 'whale' },
    { id: 'cutting', query: 'walrus' },
    { id: 'ranking', query: 'penguin' },
  ],
  'qrels.tsv': [
    ...['shown\tzebra\t1', 'without-answer\tlion\t1', 'retrieval\twhale\t1', 'impossible\twhale\t1'],
    ...['cutting\twalrus\t1', 'ranking\tcoast\t1'],
  ].join('\n'),
  'answers.jsonl': [
    { qid: 'shown', docid: 'zebra', answer: '**black** stripes', answer_text: 'black stripes' },
    { qid: 'retrieval', docid: 'whale', answer: 'sings' },
    { qid: 'impossible', docid: 'whale', answer: 'krill again '.repeat(40) },
    { qid: 'cutting', docid: 'walrus', answer: 'ivory' },
    { qid: 'ranking', docid: 'coast', answer: 'sardines' },
  ],
};

describe('npm run eval', () => {
  it('prints one object with --json, and writes the run and the failures', async () => {
    const folder = evalFolder(SET);
    const [run, failures] = [join(folder, 'run.jsonl'), join(folder, 'failures.jsonl')];
    const { status, out } = await runEval(
      ...['--data', folder, '--json', '--max-chars-per-page', '200', '--run', run],
      ...['--ceiling', '--failures', failures],
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      queries: 6,
      ndcg10: 0.722,
      recall10: 0.833,
      mrr10: 0.69,
      contained1: 0.2,
      contained3: 0.2,
      contained5: 0.2,
      excerptChars: expect.any(Number),
      maxPageChars: expect.any(Number),
      confluenceCalls: expect.any(Number),
      points: expect.any(Number),
      lost: { answers: 5, cutting: 1, ranking: 1, retrieval: 1, impossible: 1 },
    });
    const lines = parseLines(readFileSync(run, 'utf8'));
    expect(lines).toHaveLength(6);
    expect(lines.slice(0, 3)).toMatchObject([
      { qid: 'shown', hits: [{ id: 'zebra', excerpts: [expect.stringContaining('The zebra has black stripes.')] }] },
      { qid: 'without-answer', hits: [{ id: 'lion' }, { id: 'zebra' }] },
      { qid: 'retrieval', hits: [] },
    ]);
    expect(parseLines(readFileSync(failures, 'utf8'))).toMatchObject([
      { qid: 'retrieval', lost: 'retrieval', pageId: 'whale', rank: null, excerpts: [] },
      { qid: 'impossible', lost: 'impossible', pageId: 'whale', rank: 1 },
      { qid: 'cutting', query: 'walrus', lost: 'cutting', answer: 'ivory', rank: 1, excerpts: [expect.any(String)] },
      { qid: 'ranking', lost: 'ranking', pageId: 'coast', rank: 7 },
    ]);
  });

  it('holds the app against its peers with --peers', async () => {
    const { status, out } = await runEval('--data', evalFolder(SET), '--peers', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      queries: 6,
      app: { ndcg10: 0.722, recall10: 0.833, containedLong: 0.6 },
      // All words of a question must be on a page, "of" and "a" too: one query less.
      text: { recall10: 0.667, containedShort: 0.2 },
      siteSearch: { recall10: 0.667, containedShort: 0.2 },
      opening: { ndcg10: 0.722, containedShort: 0.2, containedLong: 0.6 },
      foundByPeersAlone: [],
    });
  });

  it('prints a table for a person', async () => {
    const folder = evalFolder(SET);
    rmSync(join(folder, 'answers.jsonl'));
    const { status, out } = await runEval('--data', folder);
    expect(status).toBe(0);
    expect(out).toMatch(/^nDCG@10 +0\.722$/m);
    expect(out).toMatch(/^contained@5 +–$/m);
  });

  it('ends with 2 and the usage without a set', async () => {
    const { status, err } = await runEval('--json');
    expect(status).toBe(2);
    expect(err).toContain('usage: npm run eval');
  });

  it('ends with 1 and one sentence for a set that cannot be read', async () => {
    const folder = evalFolder({ ...SET, 'storage.jsonl': '{"id":"a","space":"A","title":"A","storage":""}\n{}' });
    const { status, out, err } = await runEval('--data', folder, '--json');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('storage.jsonl:2: missing member "title"');
    expect(err).not.toContain('    at ');
  });

  it('comes to the same figures as the scorer beside the data sets', async () => {
    const files = ['docs.jsonl', 'storage.jsonl', 'queries.jsonl', 'qrels.tsv', 'answers.jsonl'] as const;
    const texts = files.map((file) => [file, readSharedFile(`eval/workarena/${file}`)] as const);
    if (!existsSync(SCORER) || texts.some(([, text]) => text === undefined)) return;
    const set = Object.fromEntries(texts.map(([file, text = '']) => [file, text]));
    // Every tenth query: all pages, and a run that takes seconds.
    const queries = (set['queries.jsonl'] ?? '').split('\n').filter((_, index) => index % 10 === 0);
    const folder = evalFolder({ ...set, 'queries.jsonl': queries.join('\n') });
    const runFile = join(folder, 'run.jsonl');
    const measured = await runEval('--data', folder, '--json', '--max-chars-per-page', '320', '--run', runFile);
    const scored = await runNode([SCORER, folder, runFile, '--json']);
    const { all } = v.parse(v.object({ all: v.record(v.string(), v.number()) }), JSON.parse(scored.out));
    expect(all['queries']).toBe(30);
    expect(JSON.parse(measured.out)).toMatchObject({
      queries: all['queries'],
      ndcg10: all['ndcg10'],
      recall10: all['recall10'],
      mrr10: all['mrr10'],
      contained1: all['contained@1'],
      contained3: all['contained@3'],
      contained5: all['contained@5'],
      excerptChars: all['excerptChars'],
    });
  });
});
