/** Prints rows in columns: the first to the left, the others to the right. */
export const printTable = (rows: readonly (readonly string[])[]): void => {
  const columns = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const [first = '', ...others] of rows) {
    const cells = others.map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
    console.log([first.padEnd(widths[0] ?? 0), ...cells].join('  '));
  }
};
