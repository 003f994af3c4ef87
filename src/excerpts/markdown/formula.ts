/** A formula in TeX, between dollar signs as Markdown readers with mathematics know it. */
export const formula = (tex: string, sign: string): { readonly markdown: string; readonly text: string } => {
  const text = tex.trim().replace(/\s+/g, ' ');
  // A space changes no formula, and keeps `a<b` from being read as a tag.
  return { markdown: sign + text.replace(/<(?=[a-z/!?])/gi, '< ') + sign, text };
};
