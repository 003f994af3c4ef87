/** The command line is not what the command takes: shown with the usage, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
