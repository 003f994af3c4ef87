import { Button, Inline, Text } from '@forge/react';

import type { PageName } from '../../src/contract/settings-api';
import { useMessages } from '../i18n/use-messages';

type Props = {
  readonly id: string;
  /** Absent while it is not known, and for a page that is gone or not for the viewer to see. */
  readonly name: PageName | undefined;
  readonly isDisabled: boolean;
  readonly onRemove: () => void;
};

export const ExcludedTree = ({ id, name, isDisabled, onRemove }: Props) => {
  const { say } = useMessages();
  const title =
    name === undefined
      ? say('exclusions.treeUnnamed', { id })
      : say('exclusions.treeTitle', { title: name.title, space: name.spaceKey });
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Text>{title}</Text>
      <Button appearance="subtle" spacing="compact" isDisabled={isDisabled} onClick={onRemove}>
        {say('exclusions.treeRemove', { title: name?.title ?? id })}
      </Button>
    </Inline>
  );
};
