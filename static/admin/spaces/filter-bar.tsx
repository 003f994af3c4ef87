import { Box, Inline, Label, Select, Stack, Textfield, xcss } from '@forge/react';

import type { MessageKey } from '../../i18n/message-key';
import { useMessages } from '../../i18n/use-messages';
import { membersOf } from '../../refusals/members-of';
import { SHOWN_STATES, SORT_ORDERS, type ShownState, type SortOrder, type SpaceFilter } from './space-filter';

type Props = { readonly filter: SpaceFilter; readonly onChange: (filter: SpaceFilter) => void };

const STATE_WORDS: Readonly<Record<ShownState, MessageKey>> = {
  all: 'admin.filterAll',
  open: 'admin.filterOpen',
  closed: 'admin.filterClosed',
  archived: 'admin.filterArchived',
  excluding: 'admin.filterExcluding',
};

const ORDER_WORDS: Readonly<Record<SortOrder, MessageKey>> = {
  name: 'admin.sortName',
  key: 'admin.sortKey',
  'open-first': 'admin.sortOpenFirst',
  newest: 'admin.sortNewest',
};

const FIELD = xcss({ minWidth: '220px' });

/** Which spaces the table shows, and in which order. */
export const FilterBar = ({ filter, onChange }: Props) => {
  const { say } = useMessages();
  const toOption = <Value extends string>(value: Value, words: Readonly<Record<Value, MessageKey>>) => ({
    value,
    label: say(words[value]),
  });
  return (
    <Inline space="space.200" alignBlock="end" shouldWrap>
      <Stack>
        <Label labelFor="filter-text">{say('admin.filterText')}</Label>
        <Box xcss={FIELD}>
          <Textfield
            id="filter-text"
            value={filter.text}
            onChange={({ target }) => {
              onChange({ ...filter, text: String(target.value) });
            }}
          />
        </Box>
      </Stack>
      <Stack>
        <Label labelFor="filter-state">{say('admin.filterState')}</Label>
        <Box xcss={FIELD}>
          <Select
            inputId="filter-state"
            isSearchable={false}
            value={toOption(filter.state, STATE_WORDS)}
            options={SHOWN_STATES.map((state) => toOption(state, STATE_WORDS))}
            onChange={(option: unknown) => {
              const state = SHOWN_STATES.find((each) => each === membersOf(option)['value']);
              if (state !== undefined) onChange({ ...filter, state });
            }}
          />
        </Box>
      </Stack>
      <Stack>
        <Label labelFor="sort-order">{say('admin.sortBy')}</Label>
        <Box xcss={FIELD}>
          <Select
            inputId="sort-order"
            isSearchable={false}
            value={toOption(filter.order, ORDER_WORDS)}
            options={SORT_ORDERS.map((order) => toOption(order, ORDER_WORDS))}
            onChange={(option: unknown) => {
              const order = SORT_ORDERS.find((each) => each === membersOf(option)['value']);
              if (order !== undefined) onChange({ ...filter, order });
            }}
          />
        </Box>
      </Stack>
    </Inline>
  );
};
