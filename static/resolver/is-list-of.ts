/** Whether something is an array that holds nothing but what `isItem` knows. */
export const isListOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every(isItem);
