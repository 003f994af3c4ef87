/**
 * Whether a browser sent a request for a page of another site. Whatever is open in the same browser can reach this machine's
 * ports; programs other than browsers say no origin.
 */
export const isForeign = (origin: unknown, siteUrl: string): boolean => origin !== undefined && origin !== siteUrl;
