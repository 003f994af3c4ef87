import type { Dice } from './dice';

/** A UUID that no other dice give. */
export const writeRequestId = (dice: Dice): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => dice.between(0, 15).toString(16));
