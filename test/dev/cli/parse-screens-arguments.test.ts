import { describe, expect, it } from '@jest/globals';

import { parseScreensArguments } from '../../../dev/cli/parse-screens-arguments';
import { UsageError } from '../../../dev/cli/usage-error';

describe('parseScreensArguments', () => {
  it('pictures everything into the documents unless told otherwise', () => {
    expect(parseScreensArguments([])).toEqual({ out: 'docs/screens' });
    expect(parseScreensArguments(['--only', 'macro', '--out', 'x'])).toEqual({ out: 'x', only: 'macro' });
  });

  it.each([[['--wrong']], [['--only']], [['macro']]])('refuses %p', (argv) => {
    expect(() => parseScreensArguments(argv)).toThrow(UsageError);
  });
});
