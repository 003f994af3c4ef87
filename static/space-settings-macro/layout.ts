import { membersOf } from '../refusals/members-of';

export const LAYOUTS = ['full', 'compact'] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * Reads the macro's configuration, which the product keeps: full, unless compact was chosen. Of a select, the chosen value
 * or the chosen option.
 */
export const toLayout = (config: unknown): Layout => {
  const { layout } = membersOf(config);
  return [layout, membersOf(layout)['value']].includes('compact') ? 'compact' : 'full';
};
