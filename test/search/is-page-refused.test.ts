import { describe, expect, it } from '@jest/globals';
import { ConfluenceFailure } from '../../src/search/confluence-failure';
import { isPageRefused } from '../../src/search/is-page-refused';

const REFUSED = new ConfluenceFailure('unusable-answer', 400);

/** Confluence, which answers or fails with and without the page; what it was asked, in order. */
const answering = (failures: { readonly withPage?: Error; readonly withoutPage?: Error }) => {
  const asked: string[] = [];
  const askAgain = ({ under }: { readonly under?: string }): Promise<unknown> => {
    asked.push(under ?? 'no page');
    const failure = under === undefined ? failures.withoutPage : failures.withPage;
    return failure === undefined ? Promise.resolve({}) : Promise.reject(failure);
  };
  return { asked, askAgain };
};

describe('isPageRefused', () => {
  it('asks nothing where no page was named', async () => {
    const { asked, askAgain } = answering({});
    expect(await isPageRefused(undefined, askAgain)).toBe(false);
    expect(asked).toEqual([]);
  });

  it.each<[string, Parameters<typeof answering>[0], readonly string[], boolean]>([
    ['is so when it is refused again, and the rest answered', { withPage: REFUSED }, ['7', 'no page'], true],
    ['is not when it is answered this time', {}, ['7'], false],
    ['is not when the rest is refused too', { withPage: REFUSED, withoutPage: REFUSED }, ['7', 'no page'], false],
  ])('%s', async (_, failures, questions, expected) => {
    const { asked, askAgain } = answering(failures);
    expect(await isPageRefused('7', askAgain)).toBe(expected);
    expect(asked).toEqual(questions);
  });

  it.each([
    new ConfluenceFailure('unavailable', 503),
    new ConfluenceFailure('rate-limited', 429, 7),
    new ConfluenceFailure('unavailable'),
    new TypeError('a defect'),
  ])('does not take %s for an answer', async (failure) => {
    for (const failures of [{ withPage: failure }, { withPage: REFUSED, withoutPage: failure }]) {
      await expect(isPageRefused('7', answering(failures).askAgain)).rejects.toBe(failure);
    }
  });
});
