import { Heading, Stack, Text } from '@forge/react';
import { useMemo, useState } from 'react';

import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import type { BulkPlan } from './bulk-change';
import { FilterBar } from './filter-bar';
import { LoadingSpaces } from './loading-spaces';
import { SelectionBar } from './selection-bar';
import { filterSpaces, type SpaceFilter } from './space-filter';
import { SpacesPages } from './spaces-pages';
import { useSelection } from './use-selection';
import type { SpacesState } from './use-spaces';

type Props = {
  readonly state: SpacesState;
  readonly isBusy: boolean;
  readonly onGoOn: () => void;
  readonly onPlan: (plan: BulkPlan) => void;
};

const EVERYTHING: SpaceFilter = { text: '', state: 'all', order: 'name' };

/** The spaces that the viewer may see: found by a filter, selected, and planned to be changed. */
export const SpacesBrowser = ({ state, isBusy, onGoOn, onPlan }: Props) => {
  const { say, count } = useMessages();
  const { spaces, progress } = state;
  const [filter, setFilter] = useState(EVERYTHING);
  const [page, setPage] = useState(0);
  const filtered = useMemo(() => filterSpaces(spaces, filter), [spaces, filter]);
  const selection = useSelection(filtered);
  const isEmpty = spaces.length === 0 && progress.kind === 'ready';
  return (
    <Stack space="space.150">
      <Heading as="h3">{say('admin.spacesTitle')}</Heading>
      {progress.kind === 'loading' && <LoadingSpaces loaded={spaces.length} />}
      {progress.kind === 'ready' && (
        <Text>{isEmpty ? say('admin.spacesEmpty') : count('admin.spacesLoaded', spaces.length)}</Text>
      )}
      {progress.kind === 'failed' && (
        <>
          <Text>{count('admin.spacesLoaded', spaces.length)}</Text>
          <FailureMessage failure={progress.failure} title="admin.spacesNotLoaded" onRetry={onGoOn} />
        </>
      )}
      {spaces.length > 0 && (
        <>
          <FilterBar
            filter={filter}
            onChange={(next) => {
              setFilter(next);
              setPage(0);
            }}
          />
          <SelectionBar
            selection={selection}
            filteredCount={filtered.length}
            isBusy={isBusy}
            isComplete={progress.kind === 'ready'}
            onPlan={onPlan}
          />
          <SpacesPages spaces={filtered} page={page} selection={selection} isBusy={isBusy} onPage={setPage} />
        </>
      )}
    </Stack>
  );
};
