import { membersOf } from '../refusals/members-of';

export type DayCount = { readonly day: string; readonly searches: number };

export const isDayCount = (value: unknown): value is DayCount => {
  const { day, searches } = membersOf(value);
  return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && Number.isFinite(searches);
};
