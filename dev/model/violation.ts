/** The app did what it must not do, or did not do what it must. */
class Violation extends Error {
  override readonly name = 'Violation';
}

/** @throws {Violation} */
export const violated = (what: string, ...evidence: readonly unknown[]): never => {
  throw new Violation(
    [what, ...evidence.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))].join('\n'),
  );
};
