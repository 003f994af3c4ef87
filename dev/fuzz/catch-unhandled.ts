/** Notes rejections that nobody handled in this process, instead of ending it, until `stop` is called. */
export const catchUnhandled = (): { readonly take: () => readonly string[]; readonly stop: () => void } => {
  let caught: string[] = [];
  const note = (reason: unknown): void => {
    caught.push(`a rejection that nobody handled: ${String(reason)}`);
  };
  process.on('unhandledRejection', note);
  return {
    take: () => {
      const taken = caught;
      caught = [];
      return taken;
    },
    stop: () => {
      process.off('unhandledRejection', note);
    },
  };
};
