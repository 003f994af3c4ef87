/** The largest number up to `max` that fits, where whatever is smaller than a fitting one fits too; 0 always does. */
export const largestFitting = (max: number, fits: (count: number) => boolean): number => {
  let low = 0;
  let high = max;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};
