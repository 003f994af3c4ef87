const SPACE_ID = /^[A-Za-z0-9_-]{1,64}$/;
const SPACE_KEY = /^~?[A-Za-z0-9_.:-]{1,255}$/;

/** Reads a space id as Confluence and the product context give it: v2 says a string, v1 a number. */
export const parseSpaceId = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return String(value);
  return typeof value === 'string' && SPACE_ID.test(value) ? value : undefined;
};

/** Whether a text can be a space key or alias at all. What cannot is never sent anywhere. */
export const isSpaceKey = (value: string): boolean => SPACE_KEY.test(value);
