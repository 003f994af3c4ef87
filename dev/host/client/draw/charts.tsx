import type { ReactNode } from 'react';

import { memberOf } from '../tree/member-of';
import { numberProp, textProp, type UiKitNode } from '../tree/ui-kit-node';
import type { Drawing } from './draw-node';

type Point = { readonly label: string; readonly value: number; readonly series: string };

const textAt = (row: unknown, accessor: unknown): string => {
  const found = typeof accessor === 'string' || typeof accessor === 'number' ? memberOf(row, accessor) : undefined;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

const pointsOf = ({ props }: UiKitNode): readonly Point[] =>
  (Array.isArray(props['data']) ? props['data'] : []).map((row: unknown) => ({
    label: textAt(row, props['xAccessor']),
    value: Number(textAt(row, props['yAccessor'])),
    series: textAt(row, props['colorAccessor']),
  }));

const COLOURS = [
  '--ds-chart-brand',
  '--ds-chart-categorical-2',
  '--ds-chart-categorical-3',
  '--ds-chart-categorical-4',
];

type Frame = {
  readonly labels: readonly string[];
  readonly series: readonly string[];
  readonly max: number;
  readonly points: readonly Point[];
};
type Marks = (frame: Frame) => ReactNode;

const WIDTH = 600;
const HEIGHT = 200;
const colour = (frame: Frame, { series }: Point): string =>
  `var(${COLOURS[frame.series.indexOf(series) % COLOURS.length] ?? ''})`;

/** A plain drawing in place of the product's charts, whose code is closed, and the same figures as a table for who cannot see it. */
const chart =
  (drawMarks: Marks): Drawing =>
  ({ node }) => {
    const points = pointsOf(node);
    const labels = [...new Set(points.map(({ label }) => label))];
    const sums = labels.map((label) =>
      points.reduce((sum, point) => (point.label === label ? sum + Math.max(0, point.value) : sum), 0),
    );
    const frame = {
      points,
      labels,
      series: [...new Set(points.map(({ series }) => series))],
      max: Math.max(1, ...sums),
    };
    const title = textProp(node, 'title') ?? '';
    const subtitle = textProp(node, 'subtitle');
    return (
      <figure className="chart" style={{ maxInlineSize: numberProp(node, 'width') }}>
        <figcaption>
          <strong>{title}</strong>
          {subtitle !== undefined && <span className="quiet"> {subtitle}</span>}
        </figcaption>
        <svg
          viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT + 20)}`}
          height={Math.min(numberProp(node, 'height') ?? 400, 400) / 2}
          preserveAspectRatio="xMinYMid"
          aria-hidden="true"
        >
          {drawMarks(frame)}
          {frame.labels.length > 0 && (
            <>
              <text x="0" y={HEIGHT + 15}>
                {frame.labels[0]}
              </text>
              <text x={WIDTH} y={HEIGHT + 15} textAnchor="end">
                {frame.labels.at(-1)}
              </text>
            </>
          )}
        </svg>
        <table className="visually-hidden">
          <caption>{title}</caption>
          <tbody>
            {points.map(({ label, value, series }, index) => (
              <tr key={index}>
                <th scope="row">{`${label} ${series}`.trim()}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    );
  };

const bars: Marks = (frame) => {
  const slot = WIDTH / Math.max(1, frame.labels.length);
  const below = new Map<string, number>();
  return frame.points.map((point, index) => {
    const height = (Math.max(0, point.value) / frame.max) * HEIGHT;
    const base = below.get(point.label) ?? 0;
    below.set(point.label, base + height);
    const x = frame.labels.indexOf(point.label) * slot;
    return (
      <rect
        key={index}
        x={x + slot * 0.1}
        y={HEIGHT - base - height}
        width={slot * 0.8}
        height={height}
        fill={colour(frame, point)}
      />
    );
  });
};

const horizontalBars: Marks = (frame) => {
  const slot = HEIGHT / Math.max(1, frame.labels.length);
  return frame.points.map((point, index) => (
    <rect
      key={index}
      x="0"
      y={frame.labels.indexOf(point.label) * slot + slot * 0.1}
      width={(Math.max(0, point.value) / frame.max) * WIDTH}
      height={slot * 0.8}
      fill={colour(frame, point)}
    />
  ));
};

const lines: Marks = (frame) =>
  frame.series.map((series, index) => {
    const own = frame.points.filter((point) => point.series === series);
    const step = WIDTH / Math.max(1, frame.labels.length - 1);
    const path = own.map(
      ({ label, value }) =>
        `${String(frame.labels.indexOf(label) * step)},${String(HEIGHT - (value / frame.max) * HEIGHT)}`,
    );
    return (
      <polyline
        key={index}
        points={path.join(' ')}
        fill="none"
        stroke={`var(${COLOURS[index % COLOURS.length] ?? ''})`}
        strokeWidth="2"
      />
    );
  });

export const chartDrawings: Readonly<Record<string, Drawing>> = {
  BarChart: chart(bars),
  StackBarChart: chart(bars),
  HorizontalBarChart: chart(horizontalBars),
  LineChart: chart(lines),
};
