import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from '../content/content-error';
import type { EvalSet } from './eval-set';
import { readAnswers } from './read-answers';
import { readJudgements } from './read-judgements';
import { readQueries } from './read-queries';

/**
 * Reads `queries.jsonl`, `qrels.tsv` and, where there is one, `answers.jsonl` of a folder. Members that are not known are
 * left alone: sets carry more than is needed here.
 *
 * @throws {ContentError} for the first thing wrong, naming file and, where known, line
 */
export const loadEvalSet = async (directory: string): Promise<EvalSet> => {
  const found = await stat(directory).catch((cause: unknown) => {
    throw new ContentError({ file: directory }, 'does not exist', { cause });
  });
  if (!found.isDirectory()) throw new ContentError({ file: directory }, 'is not a folder');
  const [queriesFile, judgementsFile] = [join(directory, 'queries.jsonl'), join(directory, 'qrels.tsv')];
  const answersFile = join(directory, 'answers.jsonl');
  const queries = await readQueries(queriesFile);
  const judgements = await readJudgements(judgementsFile);
  if (!queries.some(({ id }) => judgements.has(id))) {
    throw new ContentError({ file: judgementsFile }, `judges none of the queries of ${queriesFile}`);
  }
  return {
    pagesFile: join(directory, 'storage.jsonl'),
    queries,
    judgements,
    answers: existsSync(answersFile) ? await readAnswers(answersFile) : new Map(),
  };
};
