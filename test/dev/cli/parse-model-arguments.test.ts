import { describe, expect, it } from '@jest/globals';
import { parseModelArguments } from '../../../dev/cli/parse-model-arguments';
import { UsageError } from '../../../dev/cli/usage-error';

describe('parseModelArguments', () => {
  it('runs twenty thousand sequences, and fewer of broken apps, unless it is told', () => {
    expect(parseModelArguments([])).toEqual({ sequences: 20_000, seed: 1, broken: false, only: [] });
    expect(parseModelArguments(['--broken'])).toMatchObject({ sequences: 1500, broken: true });
    const only = ['--only', 'a', '--only', 'b'];
    expect(parseModelArguments(['--broken', ...only])).toMatchObject({ broken: true, only: ['a', 'b'] });
    expect(parseModelArguments(['--sequences', '5', '--seed', '7'])).toMatchObject({ sequences: 5, seed: 7 });
  });

  it('takes a failure as it was reported', () => {
    const given = ['--seed', '7', '--path', '22:1', '--replay', 'UJ:B'];
    expect(parseModelArguments(given)).toMatchObject({ seed: 7, path: '22:1', replayPath: 'UJ:B' });
  });

  it.each([[['--sequences', 'many']], [['--sequences', '0']], [['--fast']], [['--only', 'a']]])(
    'refuses %j',
    (argv) => {
      expect(() => parseModelArguments(argv)).toThrow(UsageError);
    },
  );
});
