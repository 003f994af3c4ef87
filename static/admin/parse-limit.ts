const MAX_REQUESTS_PER_MINUTE = 6000;

/** Reads what was typed; `undefined` for anything but a whole number in range. */
export const parseLimit = (typed: string): number | undefined => {
  const limit = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : undefined;
  return limit !== undefined && limit <= MAX_REQUESTS_PER_MINUTE ? limit : undefined;
};
