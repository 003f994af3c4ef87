/** Below this an excerpt says too little to be worth its page's place in the reply. */
const LEAST_PER_PAGE = 150;

export type Claim = {
  /** How well the page answers, compared with the others. */
  readonly weight: number;
  /** Characters it could use. */
  readonly demand: number;
};

/**
 * Shares characters out in proportion to the weights; what one page cannot use goes to the others. When there is too
 * little for all, the last pages get nothing rather than each a scrap.
 */
export const allotCharacters = (claims: readonly Claim[], characters: number): readonly number[] => {
  const served = Math.max(1, Math.min(claims.length, Math.floor(characters / LEAST_PER_PAGE)));
  const open = new Set(claims.slice(0, served).keys());
  const allotted = claims.map(() => 0);
  let left = characters;
  for (;;) {
    const weight = [...open].reduce((sum, place) => sum + (claims[place]?.weight ?? 0), 0);
    const shareOf = (place: number): number => (left * (claims[place]?.weight ?? 0)) / (weight || 1);
    const satisfied = [...open].filter((place) => (claims[place]?.demand ?? 0) <= shareOf(place));
    if (satisfied.length === 0) {
      for (const place of open) allotted[place] = Math.floor(shareOf(place));
      return allotted;
    }
    for (const place of satisfied) {
      allotted[place] = claims[place]?.demand ?? 0;
      left -= allotted[place];
      open.delete(place);
    }
  }
};
