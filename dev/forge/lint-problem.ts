/** One line of what `npm run lint:forge` prints. */
export type LintProblem = {
  readonly severity: 'error' | 'warning' | 'approval';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};
