import { Button, Inline, Text } from '@forge/react';

import { useMessages } from '../i18n/use-messages';
import { sayUnnamed } from './say-unnamed';
import type { KnownName } from './use-page-names';

type Props = {
  readonly id: string;
  readonly name: KnownName;
  readonly isDisabled: boolean;
  readonly onRemove: () => void;
};

export const ExcludedTree = ({ id, name, isDisabled, onRemove }: Props) => {
  const { say } = useMessages();
  const title =
    typeof name === 'string'
      ? sayUnnamed(id, name, say)
      : say('exclusions.treeTitle', { title: name.title, space: name.spaceKey });
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Text>{title}</Text>
      <Button appearance="subtle" spacing="compact" isDisabled={isDisabled} onClick={onRemove}>
        {say('exclusions.treeRemove', { title: typeof name === 'string' ? id : name.title })}
      </Button>
    </Inline>
  );
};
