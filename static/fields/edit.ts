/**
 * What becomes of a value that is edited, made of the value as it is by then: handlers are called across the bridge, and
 * may have been drawn before the change that came last.
 */
export type Edit<Value> = (now: Value) => Value;
