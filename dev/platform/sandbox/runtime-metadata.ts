/** `__forge_runtime__` as the SDKs read it; the plain part comes from the host. */
export type RuntimeMetadata = {
  readonly appContext: { readonly invocationId: string };
  readonly lambdaContext: { readonly getRemainingTimeInMillis: () => number };
  readonly metrics: unknown;
};

/** The members that are functions are made here: they do not survive the way from the host. */
export const createRuntimeMetadata = (
  runtimeJson: string,
  deadlineMs: number,
  machineNow: () => number,
): RuntimeMetadata => ({
  // The host is the same program: what it sends is what `describeRuntime` made.
  ...(JSON.parse(runtimeJson) as { readonly appContext: { readonly invocationId: string } }),
  lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, deadlineMs - machineNow()) },
  metrics: ignoredMetrics,
});

const nothing = (): void => undefined;
const ignoredMetrics = {
  counter: () => ({ incr: nothing, decr: nothing }),
  timing: () => ({ measure: () => ({ stop: nothing }), set: nothing }),
};
