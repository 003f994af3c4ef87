const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether a text is base64 of 32 to 64 bytes, the length that a signing secret may have (RFC-141). */
export const isSigningSecret = (text: string): boolean => {
  const { length } = Buffer.from(text, 'base64');
  return BASE64.test(text) && length >= 32 && length <= 64;
};
