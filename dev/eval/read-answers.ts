import * as v from 'valibot';
import type { EvalAnswer } from './eval-set';
import { readRecords } from './read-records';
import { recordId } from './record-id';

const text = v.string('must be text');

/** `answer` may be Markdown; `answer_text` is the same without. */
const answerRecord = v.looseObject(
  { qid: recordId, docid: recordId, answer: text, answer_text: v.exactOptional(text) },
  'must be an object of named members',
);

/** Reads `answers.jsonl`, by the query's id. @throws {ContentError} naming the line */
export const readAnswers = async (file: string): Promise<ReadonlyMap<string, readonly EvalAnswer[]>> => {
  const answers = new Map<string, EvalAnswer[]>();
  for (const { value } of await readRecords(file, answerRecord)) {
    const answer = { pageId: value.docid, text: value.answer_text ?? value.answer };
    answers.set(value.qid, [...(answers.get(value.qid) ?? []), answer]);
  }
  return answers;
};
