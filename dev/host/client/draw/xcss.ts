import type { CSSProperties } from 'react';

import type { Props } from '../tree/ui-kit-node';
import { cssToken } from './css-token';

/** Styles by their names; states (`:hover`) and media have no place in a style attribute and are left out. */
const toStyle = (styles: unknown): CSSProperties => {
  if (typeof styles !== 'object' || styles === null) return {};
  return Object.fromEntries(
    Object.entries(styles).flatMap(([name, value]: [string, unknown]): [string, string | number][] => {
      if (typeof value === 'string') return [[name, cssToken(value)]];
      return typeof value === 'number' ? [[name, value]] : [];
    }),
  );
};

/** What `xcss` and the props of a box say, as CSS. */
export const boxStyle = ({ xcss, ...props }: Props): CSSProperties => {
  const sources: readonly unknown[] = Array.isArray(xcss) ? xcss : [xcss];
  const own = Object.fromEntries(BOX_PROPS.map((name) => [name, props[name]]));
  return sources.reduce<CSSProperties>((styles, source) => ({ ...styles, ...toStyle(source) }), toStyle(own));
};

const BOX_PROPS = [
  'backgroundColor',
  ...['padding', 'paddingBlock', 'paddingBlockStart', 'paddingBlockEnd'],
  ...['paddingInline', 'paddingInlineStart', 'paddingInlineEnd'],
];
