import * as v from 'valibot';
import { CODES_BY_STATUS, problemReply } from './reply-schemas';

/** What is wrong with the body of a refusal. */
export const checkProblem = (value: unknown, status: number): readonly string[] => {
  const parsed = v.safeParse(problemReply, value);
  if (!parsed.success) {
    return parsed.issues.map((issue) => `not the documented problem: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  const { code, status: own, errors } = parsed.output;
  return [
    ...(CODES_BY_STATUS.get(status)?.includes(code) === true ? [] : [`the code ${code} with status ${status}`]),
    ...(own === status ? [] : [`status ${own} in the body of a reply with status ${status}`]),
    ...((errors !== undefined) === (status === 400) ? [] : ['errors where there are none, or none where there are']),
  ];
};
