import type { Floor, JudgedFigure } from '../bench/figure';

const DIGITS = 3;

const round = (value: number): number => Number(value.toPrecision(DIGITS));

const describeFloor = (floor: Floor): string =>
  'atLeast' in floor ? `at least ${floor.atLeast}` : `at most ${floor.atMost}`;

/** `ourMegabytesPerSecond` as words. */
const spell = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const toCells = ({ name, value, unit, floor, met }: JudgedFigure): readonly string[] => [
  met ? 'ok' : 'MISSED',
  name,
  `${round(value)} ${unit}`,
  describeFloor(floor),
];

const printTable = (figures: readonly JudgedFigure[]): void => {
  const rows = figures.map(toCells);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  rows.forEach((cells, place) => {
    const { about = '', details = {} } = figures[place] ?? {};
    console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
    console.log(`        ${about}`);
    console.log(
      `        ${Object.entries(details)
        .map(([name, value]) => `${spell(name)} ${round(value)}`)
        .join(', ')}`,
    );
  });
};

/**
 * Prints figures for a person, or as one object with `json`; the floors that were missed also go to standard error.
 *
 * @returns the exit status: 1 when a floor was missed
 */
export const printFigures = (figures: readonly JudgedFigure[], json: boolean): number => {
  const missed = figures.filter(({ met }) => !met);
  if (json) console.log(JSON.stringify({ met: missed.length === 0, figures }, null, 2));
  else printTable(figures);
  for (const { name, value, unit, floor } of missed) {
    process.stderr.write(`missed: ${name} is ${round(value)} ${unit}, to be ${describeFloor(floor)}\n`);
  }
  return missed.length === 0 ? 0 : 1;
};
