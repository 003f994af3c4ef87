import { describe, expect, it } from '@jest/globals';
import { parseFuzzArguments } from '../../../dev/cli/parse-fuzz-arguments';

const parse = (...argv: readonly string[]) => parseFuzzArguments(argv, () => 42);

describe('parseFuzzArguments', () => {
  it('sends 200,000 requests with any seed unless told otherwise', () => {
    expect(parse()).toEqual({ requests: 200_000, seed: 42, json: false });
  });

  it('takes the number of requests and the seed', () => {
    expect(parse('--requests', '5000', '--seed', '0', '--json')).toEqual({ requests: 5000, seed: 0, json: true });
  });

  it.each([['--requests', '999'], ['--requests', '1e6'], ['--seed', 'x'], ['--seeds', '1'], ['5000']])(
    'refuses %s %s',
    (...argv) => {
      expect(() => parse(...argv)).toThrow();
    },
  );
});
