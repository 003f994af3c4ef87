import { describe, expect, it } from '@jest/globals';
import { parseEvalArguments } from '../../../dev/cli/parse-eval-arguments';
import { UsageError } from '../../../dev/cli/usage-error';

describe('parseEvalArguments', () => {
  it('measures the app with 1,000 characters a page unless told otherwise', () => {
    expect(parseEvalArguments(['--data', 'set'])).toEqual({
      mode: 'app',
      data: 'set',
      json: false,
      maxCharsPerPage: 1_000,
      ceiling: false,
    });
  });

  it('reads every option', () => {
    const app = [
      '--max-chars-per-page',
      '320',
      '--run',
      'r',
      '--ceiling',
      '--failures',
      'f',
      '--json',
      '--data',
      'set',
    ];
    expect(parseEvalArguments(app)).toEqual({
      mode: 'app',
      data: 'set',
      json: true,
      maxCharsPerPage: 320,
      runFile: 'r',
      ceiling: true,
      failuresFile: 'f',
    });
    expect(parseEvalArguments(['--peers', '--data', 'set'])).toEqual({ mode: 'peers', data: 'set', json: false });
  });

  it.each([
    ['no set', []],
    ['too few characters for the contract', ['--data', 'set', '--max-chars-per-page', '199']],
    ['too many', ['--data', 'set', '--max-chars-per-page', '20001']],
    ['failures of what is not looked for', ['--data', 'set', '--failures', 'f']],
    ['a budget for peers, who have theirs', ['--data', 'set', '--peers', '--max-chars-per-page', '500']],
    ['an unknown option', ['--data', 'set', '--limit', '3']],
  ])('refuses %s', (_, args) => {
    expect(() => parseEvalArguments(args)).toThrow(UsageError);
  });
});
