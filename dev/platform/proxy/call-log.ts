/** One call that the app made. `points` is what it cost in Confluence rate-limit points; storage costs none. */
export type CallRecord = {
  readonly to: 'confluence' | 'kvs';
  readonly method: string;
  readonly path: string;
  readonly as: 'app' | 'user' | 'none';
  readonly status: number;
  /** How long the answer took, delays of the stand-in included. */
  readonly ms: number;
  readonly points: number;
};
