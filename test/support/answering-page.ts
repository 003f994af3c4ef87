import { openUiKitPage, type PageOptions, type UiKitPage } from './ui-kit-host';

/** An answer for each function, or what makes one of the payload; an `Error` is thrown. */
export type Answers = Readonly<Record<string, unknown>>;
export type Call = readonly [functionKey: string, payload: unknown];

/** A page whose resolver functions have the answers given, with the calls that it makes. */
export const openAnsweringPage = async (
  entry: string,
  answers: Answers,
  options: PageOptions = {},
): Promise<{ readonly page: UiKitPage; readonly calls: Call[] }> => {
  const calls: Call[] = [];
  const page = await openUiKitPage(
    entry,
    (functionKey, payload) => {
      calls.push([functionKey, payload]);
      if (!(functionKey in answers)) throw new Error(`The test has no answer to ${functionKey}.`);
      return answerOf(answers[functionKey], payload);
    },
    options,
  );
  await page.settle();
  return { page, calls };
};

const answerOf = (answer: unknown, payload: unknown): unknown => {
  const given: unknown = typeof answer === 'function' ? Reflect.apply(answer, undefined, [payload]) : answer;
  if (given instanceof Error) throw given;
  return given;
};
