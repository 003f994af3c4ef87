const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether a text is base64 of 32 to 64 bytes, as a signing secret must be. */
export const isSecret = (text: string): boolean => {
  const length = Buffer.from(text, 'base64').length;
  return BASE64.test(text) && length >= 32 && length <= 64;
};
