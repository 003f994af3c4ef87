/** The address, if it is one of the web: a page may hold links of any kind, and others are shown as text. */
export const toWebAddress = (href: string): string | undefined => {
  try {
    return ['http:', 'https:'].includes(new URL(href).protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};
