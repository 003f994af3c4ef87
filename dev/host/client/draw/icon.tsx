import { textProp } from '../tree/ui-kit-node';
import { cssToken } from './css-token';
import type { Drawing } from './draw-node';

/** Lines on a 16 by 16 grid. The product has some 300 icons of its own; any other is drawn as an empty square. */
const LINES: Readonly<Record<string, string>> = {
  add: 'M8 2v12M2 8h12',
  cross: 'M3 3l10 10M13 3L3 13',
  check: 'M2 9l4 4 8-9',
  search: 'M7 2a5 5 0 1 0 0 10A5 5 0 1 0 7 2M11 11l4 4',
  trash: 'M2 4h12M6 4V2h4v2M4 4l1 10h6l1-10',
  warning: 'M8 2l7 12H1zM8 6v4M8 12v.5',
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1M8 7v4M8 4v.5',
  lock: 'M4 7h8v7H4zM6 7V5a2 2 0 0 1 4 0v2',
  refresh: 'M13 8a5 5 0 1 1-2-4M11 1v3H8',
};
const SYNONYMS: Readonly<Record<string, string>> = {
  close: 'cross',
  'editor-close': 'cross',
  'check-circle': 'check',
  'check-mark': 'check',
  delete: 'trash',
  information: 'info',
  'lock-locked': 'lock',
};

export const Glyph = ({
  name,
  label = '',
  size = 16,
}: {
  readonly name: string;
  readonly label?: string;
  readonly size?: number;
}) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    role={label === '' ? 'presentation' : 'img'}
    aria-label={label === '' ? undefined : label}
    aria-hidden={label === '' ? true : undefined}
  >
    <path d={LINES[name] ?? LINES[SYNONYMS[name] ?? ''] ?? 'M3 3h10v10H3z'} />
  </svg>
);

const Icon: Drawing = ({ node }) => {
  const color = textProp(node, 'color') ?? textProp(node, 'primaryColor');
  return (
    <span style={{ display: 'inline-flex', color: color === undefined ? undefined : cssToken(color) }}>
      <Glyph name={textProp(node, 'glyph') ?? ''} label={textProp(node, 'label')} />
    </span>
  );
};

export const iconDrawings = { Icon };
