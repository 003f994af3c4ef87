/** The members of an answer that nothing is known about yet; none if it is not an object. */
export const membersOf = (answer: unknown): Readonly<Record<string, unknown>> =>
  typeof answer === 'object' && answer !== null ? { ...answer } : {};
