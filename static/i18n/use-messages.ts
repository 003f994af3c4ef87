import { useTranslation } from '@forge/react';

import { fillIn, type Values } from './fill-in';
import type { MessageKey, PluralKey } from './message-key';

export type Messages = {
  /** `false` while the viewer's language is still being loaded: sentences are not there yet. */
  readonly ready: boolean;
  /** A sentence in the viewer's language. */
  readonly say: (key: MessageKey, values?: Values) => string;
  /** A sentence with `{count}` in it, worded as the viewer's language words that number. */
  readonly count: (key: PluralKey, count: number, values?: Values) => string;
  /** A day, as the viewer's language writes it. Takes RFC 3339, or `YYYY-MM-DD`, which is a day of UTC. */
  readonly day: (when: string) => string;
  /** A day without its year, in as few letters as the language has for it. Takes `YYYY-MM-DD`, a day of UTC. */
  readonly shortDay: (day: string) => string;
  /** A day with the time. */
  readonly time: (when: string) => string;
  readonly number: (value: number) => string;
};

const DAY_ONLY = 10;

/** What the pages say, in the viewer's language: every sentence stands in `static/locales`. */
export const useMessages = (): Messages => {
  const { t, ...context } = useTranslation();
  const locale = 'locale' in context ? context.locale : undefined;
  const say: Messages['say'] = (key, values) => fillIn(t(key), values);
  const number = (value: number): string => new Intl.NumberFormat(locale).format(value);
  return {
    ready: context.ready,
    say,
    count: (key, count, values) => {
      const form = new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other';
      return fillIn(t(`${key}_${form}`), { count: number(count), ...values });
    },
    day: (when) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'long',
        ...(when.length === DAY_ONLY ? { timeZone: 'UTC' } : {}),
      }).format(new Date(when)),
    shortDay: (on) =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(on)),
    time: (when) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(when)),
    number,
  };
};
