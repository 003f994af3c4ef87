const MAX_LENGTH = 255;

/** Reads what was typed as one label, spelled as the app keeps labels; `undefined` for what cannot be one. */
export const parseLabel = (typed: string): string | undefined => {
  const label = typed.trim().normalize('NFC').toLowerCase();
  return label.length <= MAX_LENGTH && /^[^\s,\p{C}]+$/u.test(label) ? label : undefined;
};
