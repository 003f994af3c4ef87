import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadEvalSet } from '../../../dev/eval/load-eval-set';
import { useEvalFolders, type EvalFolderFiles } from '../../support/eval-folder';

const GOOD: EvalFolderFiles = {
  'queries.jsonl': [
    { id: 'q1', query: 'zebra', kind: 'animal' },
    { id: 7, query: 'lion' },
  ],
  'qrels.tsv': 'q1\tp1\t1\nq1\tp2\t0\n7\tp3\t2\n',
  'answers.jsonl': [
    { qid: 'q1', docid: 'p1', answer: '**stripes**', answer_text: 'stripes' },
    { qid: 'q1', docid: 'p2', answer: 'spots', kind: 'fact' },
  ],
};

const evalFolder = useEvalFolders();

describe('loadEvalSet', () => {
  it('reads queries, judgements and answers, whatever other members there are', async () => {
    const folder = evalFolder(GOOD);
    expect(await loadEvalSet(folder)).toEqual({
      pagesFile: join(folder, 'storage.jsonl'),
      queries: [
        { id: 'q1', query: 'zebra' },
        { id: '7', query: 'lion' },
      ],
      judgements: new Map([
        [
          'q1',
          new Map([
            ['p1', 1],
            ['p2', 0],
          ]),
        ],
        ['7', new Map([['p3', 2]])],
      ]),
      answers: new Map([
        [
          'q1',
          [
            { pageId: 'p1', text: 'stripes' },
            { pageId: 'p2', text: 'spots' },
          ],
        ],
      ]),
    });
  });

  it('takes a set without answers', async () => {
    const folder = evalFolder(GOOD);
    rmSync(join(folder, 'answers.jsonl'));
    expect((await loadEvalSet(folder)).answers.size).toBe(0);
  });

  it.each([
    ['a line that is not JSON', { 'queries.jsonl': '{"id":"q1","query":"a"}\n{' }, /queries\.jsonl:2: not JSON/],
    ['a query without text', { 'queries.jsonl': [{ id: 'q1' }] }, /queries\.jsonl:1: .*query/],
    ['an empty query', { 'queries.jsonl': [{ id: 'q1', query: '' }] }, /queries\.jsonl:1: "query" must not be empty/],
    [
      'a query that is there twice',
      {
        'queries.jsonl': [
          { id: 'q1', query: 'a' },
          { id: 'q1', query: 'b' },
        ],
      },
      /queries\.jsonl:2: query "q1" is there twice/,
    ],
    ['a judgement without relevance', { 'qrels.tsv': 'q1\tp1\t1\nq1\tp2\n' }, /qrels\.tsv:2: must be query id, tab/],
    ['a relevance that is none', { 'qrels.tsv': 'q1\tp1\tyes\n' }, /qrels\.tsv:1: must be/],
    ['judgements of other queries', { 'qrels.tsv': 'other\tp1\t1\n' }, /judges none of the queries/],
    ['an answer without a page', { 'answers.jsonl': [{ qid: 'q1', answer: 'a' }] }, /answers\.jsonl:1: .*docid/],
  ])('refuses %s, naming file and line', async (_, files, message) => {
    await expect(loadEvalSet(evalFolder({ ...GOOD, ...files }))).rejects.toThrow(message);
  });

  it('refuses a folder that is not there, and what is no folder', async () => {
    await expect(loadEvalSet('no-such-folder')).rejects.toThrow('no-such-folder: does not exist');
    await expect(loadEvalSet(__filename)).rejects.toThrow('is not a folder');
  });
});
