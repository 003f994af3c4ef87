import { Button, Inline, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import type { BulkPlan } from './bulk-change';
import { toPlan } from './to-plan';
import type { Selection } from './use-selection';

type Props = {
  readonly selection: Selection;
  readonly filteredCount: number;
  readonly isBusy: boolean;
  /** All spaces have been loaded: before, “all” would not be all. */
  readonly isComplete: boolean;
  readonly onPlan: (plan: BulkPlan) => void;
};

/** What is selected, and what can be done with it. The buttons count what they would change. */
export const SelectionBar = ({ selection, filteredCount, isBusy, isComplete, onPlan }: Props) => {
  const { say, count, number } = useMessages();
  const { selected, selectAll, clear } = selection;
  const opening = toPlan(selected, true);
  const closing = toPlan(selected, false);
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Button
        isDisabled={isBusy || !isComplete || filteredCount === 0 || selected.length === filteredCount}
        onClick={selectAll}
      >
        {count('admin.selectAll', filteredCount)}
      </Button>
      <Button isDisabled={isBusy || selected.length === 0} onClick={clear}>
        {say('admin.selectNone')}
      </Button>
      <Text>{count('admin.selected', selected.length)}</Text>
      <Button
        appearance="primary"
        isDisabled={isBusy || opening.spaces.length === 0}
        onClick={() => {
          onPlan(opening);
        }}
      >
        {say('admin.openMany', { count: number(opening.spaces.length) })}
      </Button>
      <Button
        isDisabled={isBusy || closing.spaces.length === 0}
        onClick={() => {
          onPlan(closing);
        }}
      >
        {say('admin.closeMany', { count: number(closing.spaces.length) })}
      </Button>
    </Inline>
  );
};
