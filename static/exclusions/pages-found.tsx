import { Button, Inline, Lozenge, Stack, Text } from '@forge/react';

import type { PageName } from '../../src/contract/space-settings-api';
import { useMessages } from '../i18n/use-messages';

type Props = {
  readonly pages: readonly PageName[];
  /** Ids of the pages that are excluded already. */
  readonly excluded: readonly string[];
  readonly isDisabled: boolean;
  readonly onAdd: (page: PageName) => void;
};

/** What a search by title found, each page with a button that excludes it. */
export const PagesFound = ({ pages, excluded, isDisabled, onAdd }: Props) => {
  const { say, count } = useMessages();
  if (pages.length === 0) return <Text>{say('exclusions.treeNotFound')}</Text>;
  return (
    <Stack space="space.050">
      <Text>{count('exclusions.treeFound', pages.length)}</Text>
      {pages.map((page) => (
        <Inline key={page.id} space="space.100" alignBlock="center" shouldWrap>
          <Text>{say('exclusions.treeTitle', { title: page.title, space: page.spaceKey })}</Text>
          {excluded.includes(page.id) ? (
            <Lozenge>{say('exclusions.treeExcluded')}</Lozenge>
          ) : (
            <Button
              spacing="compact"
              isDisabled={isDisabled}
              onClick={() => {
                onAdd(page);
              }}
            >
              {say('exclusions.treeAdd', { title: page.title })}
            </Button>
          )}
        </Inline>
      ))}
    </Stack>
  );
};
