import { Inline, Pagination, Stack, Text } from '@forge/react';

import type { AdminSpace } from '../../../src/contract/administration-api';
import { useMessages } from '../../i18n/use-messages';
import { SpacesTable } from './spaces-table';
import type { Selection } from './use-selection';

type Props = {
  readonly spaces: readonly AdminSpace[];
  readonly page: number;
  readonly selection: Selection;
  readonly isBusy: boolean;
  readonly onPage: (page: number) => void;
};

const A_PAGE = 20;

/** The table, a page at a time: what is drawn crosses a bridge, so ten thousand rows must not be drawn at each letter. */
export const SpacesPages = ({ spaces, page, selection, isBusy, onPage }: Props) => {
  const { say, number } = useMessages();
  const pages = Math.ceil(spaces.length / A_PAGE);
  const shown = Math.max(0, Math.min(page, pages - 1));
  const rows = spaces.slice(shown * A_PAGE, (shown + 1) * A_PAGE);
  if (rows.length === 0) return <Text>{say('admin.spacesNoMatch')}</Text>;
  return (
    <Stack space="space.150">
      <SpacesTable spaces={rows} selection={selection} isBusy={isBusy} />
      <Inline space="space.200" alignBlock="center" shouldWrap>
        <Text>
          {say('admin.shown', {
            from: number(shown * A_PAGE + 1),
            to: number(shown * A_PAGE + rows.length),
            total: number(spaces.length),
          })}
        </Text>
        {pages > 1 && (
          <Pagination
            pages={Array.from({ length: pages }, (_, index) => index + 1)}
            selectedIndex={shown}
            label={say('admin.pagesLabel')}
            nextLabel={say('admin.pagesNext')}
            previousLabel={say('admin.pagesPrevious')}
            pageLabel={say('admin.pagesPage')}
            onChange={(_, next) => {
              onPage(Number(next) - 1);
            }}
          />
        )}
      </Inline>
    </Stack>
  );
};
