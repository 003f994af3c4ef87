import { createRandomNumbers } from '../bench/random-numbers';

/** Anything but `undefined`. */
export type Present = string | number | boolean | object | null;

/** Choices that are the same at each run. */
export type Dice = {
  /** A whole number from `min` to `max`. */
  readonly between: (min: number, max: number) => number;
  /** True in this share of the cases. */
  readonly chance: (share: number) => boolean;
  readonly pick: <T extends Present>(list: readonly T[]) => T;
  /** Picks by weight: `[weight, value]`. */
  readonly weigh: <T extends Present>(choices: readonly (readonly [number, T])[]) => T;
};

/** @param index which of the many dice of one seed */
export const createDice = (seed: number, index: number): Dice => {
  const next = createRandomNumbers(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const between: Dice['between'] = (min, max) => min + Math.floor(next() * (max - min + 1));
  return {
    between,
    chance: (share) => next() < share,
    pick: (list) => {
      const item = list[between(0, list.length - 1)];
      if (item === undefined) throw new RangeError('there is nothing to pick from');
      return item;
    },
    weigh: (choices) => {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      const found = choices.find(([weight]) => (left -= weight) < 0) ?? choices.at(-1);
      if (found === undefined) throw new RangeError('there is nothing to pick from');
      return found[1];
    },
  };
};
