import { DynamicTable } from '@forge/react';

import { useMessages } from '../i18n/use-messages';
import type { DayCount } from './is-day-count';

/** Days with their searches, in the order given. */
export const DaysTable = ({ days }: { readonly days: readonly DayCount[] }) => {
  const { say, day, number } = useMessages();
  return (
    <DynamicTable
      label={say('searches.title')}
      head={{
        cells: [
          { key: 'day', content: say('searches.day') },
          { key: 'searches', content: say('searches.searches') },
        ],
      }}
      rows={days.map((each) => ({
        key: each.day,
        cells: [
          { key: 'day', content: day(each.day) },
          { key: 'searches', content: number(each.searches) },
        ],
      }))}
    />
  );
};
