/** The timers of a page under test: those with a delay wait until {@link PageClock.pass} lets time go by. */
export class PageClock {
  #now = 0;
  #last = 0;
  readonly #waiting = new Map<number, { readonly at: number; readonly run: () => void }>();

  readonly setTimeout = (run: () => void, delayMs = 0): number => {
    this.#last += 1;
    const id = this.#last;
    this.#waiting.set(id, { at: this.#now + delayMs, run });
    if (delayMs === 0)
      setImmediate(() => {
        this.#fire(id);
      });
    return id;
  };

  readonly clearTimeout = (id: number): void => {
    this.#waiting.delete(id);
  };

  /** Lets time go by, in which everything that is due is run in its order. */
  pass(ms: number): void {
    this.#now += ms;
    const due = [...this.#waiting].filter(([, { at }]) => at <= this.#now).sort(([, a], [, b]) => a.at - b.at);
    for (const [id] of due) this.#fire(id);
  }

  #fire(id: number): void {
    const timer = this.#waiting.get(id);
    this.#waiting.delete(id);
    timer?.run();
  }
}
