import { BarChart, Button, Inline, Stack, Text } from '@forge/react';
import { useState } from 'react';

import { useMessages } from '../i18n/use-messages';
import { DaysTable } from './days-table';
import type { DayCount } from './is-day-count';
import { toDailySeries } from './to-daily-series';

/** Searches of the last thirty days: as a chart, in a sentence, and as a table for whoever wants each figure. */
export const SearchesByDay = ({ days }: { readonly days: readonly DayCount[] }) => {
  const { say, count, day, shortDay, number } = useMessages();
  const [hasTable, setHasTable] = useState(false);
  const series = toDailySeries(days, Date.now());
  const total = series.reduce((sum, { searches }) => sum + searches, 0);
  const most = series.reduce((best, each) => (each.searches > best.searches ? each : best));
  if (total === 0) return <Text>{say('searches.none')}</Text>;
  return (
    <Stack space="space.100">
      <Text>{count('searches.total', total, { day: day(most.day), most: number(most.searches) })}</Text>
      <BarChart
        title={say('searches.title')}
        data={series.map((each) => [shortDay(each.day), each.searches])}
        xAccessor={0}
        yAccessor={1}
        height={260}
      />
      <Inline>
        <Button
          appearance="subtle"
          spacing="compact"
          onClick={() => {
            setHasTable(!hasTable);
          }}
        >
          {say(hasTable ? 'searches.hideTable' : 'searches.showTable')}
        </Button>
      </Inline>
      {hasTable && <DaysTable days={series.filter(({ searches }) => searches > 0).toReversed()} />}
    </Stack>
  );
};
