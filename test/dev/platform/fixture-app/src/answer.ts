/** One thing that the fixture app can do; what it gives is the answer of the function. */
export type Answer = (input: unknown, event: unknown, context: unknown) => unknown;
