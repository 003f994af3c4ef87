/** Lines of a stack that say where. */
const STACK_LINE = /^ {4}at .*:\d+:\d+\)?$/;

/**
 * Writes a defect to the log: what kind of error, where, and in which request. Never its message: that of a parser
 * quotes what it parsed.
 */
export const reportDefect = ({
  requestId,
  error,
}: {
  readonly requestId: string | undefined;
  readonly error: unknown;
}): void => {
  const isError = error instanceof Error;
  const frames = isError
    ? (error.stack ?? '')
        .replace(error.message, '')
        .split('\n')
        .filter((line) => STACK_LINE.test(line))
    : [];
  // With report-unauthorized the only log lines of this app: the platform keeps them, and the site's admins may share
  // them with the vendor.
  // eslint-disable-next-line no-console
  console.error(
    JSON.stringify({
      event: 'defect',
      requestId: requestId ?? null,
      error: isError ? error.name : typeof error,
      at: frames.slice(0, 8).map((line) => line.trim()),
    }),
  );
};
