/**
 * Replaces `Date` by one that sees the site's clock: `Date.now()`, `new Date()` and `Date()` follow the shared offset at
 * once and synchronously. `performance.now()` and timers stay the machine's.
 */
export const installSiteDate = (clockOffset: SharedArrayBuffer): void => {
  const offset = new BigInt64Array(clockOffset);
  const MachineDate = Date;
  const machineNow = MachineDate.now.bind(MachineDate);
  const now = (): number => machineNow() + Number(Atomics.load(offset, 0));
  MachineDate.now = now;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, values: unknown[], newTarget): Date => {
      const date: unknown = Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget);
      return date instanceof MachineDate ? date : new MachineDate(now());
    },
    apply: () => new MachineDate(now()).toString(),
  });
  Object.defineProperty(MachineDate.prototype, 'constructor', { value: globalThis.Date });
};
