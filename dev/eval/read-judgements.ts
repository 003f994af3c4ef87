import { ContentError } from '../content/content-error';
import { readTextFile } from '../content/read-text-file';
import type { Judgement } from './eval-set';

const LINE = /^([^\t]+)\t([^\t]+)\t(\d{1,2})$/;

/**
 * Reads `qrels.tsv`: query id, page id and relevance (0 to 99), with tabs between them.
 *
 * @throws {ContentError} naming the line
 */
export const readJudgements = async (file: string): Promise<ReadonlyMap<string, Judgement>> => {
  const judgements = new Map<string, Map<string, number>>();
  for (const [index, text] of (await readTextFile(file)).split('\n').entries()) {
    if (text.trim() === '') continue;
    const [, queryId, pageId, relevance] = LINE.exec(text.trimEnd()) ?? [];
    if (queryId === undefined || pageId === undefined) {
      throw new ContentError({ file, line: index + 1 }, 'must be query id, tab, page id, tab, relevance');
    }
    const judgement = judgements.get(queryId) ?? new Map<string, number>();
    judgements.set(queryId, judgement.set(pageId, Number(relevance)));
  }
  return judgements;
};
