/** Reads `--open`: `all`, `none`, or keys separated by commas. */
export const parseOpen = (value: string): 'all' | 'none' | readonly string[] =>
  value === 'all' || value === 'none' ? value : value.split(',').filter((key) => key !== '');
