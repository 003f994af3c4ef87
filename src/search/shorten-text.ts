/** Cuts a text to a length in UTF-16 code units, between characters, with an ellipsis where something is missing. */
export const shortenText = (text: string, maxLength: number): string => {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};
