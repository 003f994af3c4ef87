import { Form, HelperMessage, Inline, Label, LoadingButton, Stack, Text, Textfield } from '@forge/react';

import type { PageName } from '../../src/contract/space-settings-api';
import type { Edit } from '../fields/edit';
import { useTypedText } from '../fields/use-typed-text';
import { useMessages } from '../i18n/use-messages';
import { FailureMessage } from '../refusals/failure-message';
import { addExclusion } from './add-exclusion';
import { ExcludedTree } from './excluded-tree';
import type { Find } from './find-pages';
import { MAX_EXCLUSIONS } from './max-exclusions';
import { PagesFound } from './pages-found';
import { usePageNames } from './use-page-names';
import { usePageSearch } from './use-page-search';

type Props = {
  /** Unlike any other on the page. */
  readonly id: string;
  /** Ids of pages. */
  readonly trees: readonly string[];
  readonly isDisabled: boolean;
  readonly find: Find;
  readonly onChange: (edit: Edit<readonly string[]>) => void;
};

const MAX_QUERY_LENGTH = 200;

/** Pages that are excluded with everything below them, picked by their titles. Goes inside no form: it is one. */
export const PageTreePicker = ({ id, trees, isDisabled, find, onChange }: Props) => {
  const { say } = useMessages();
  const { text, latest, type } = useTypedText();
  const { search, run } = usePageSearch(find);
  const { nameOf, learn } = usePageNames(trees, find);
  const isFull = trees.length >= MAX_EXCLUSIONS;
  const submit = (): void => {
    const query = latest().trim();
    if (query !== '') run(query);
  };
  const add = (page: PageName): void => {
    learn(page);
    onChange((now) => addExclusion(now, page.id));
  };
  return (
    <Stack space="space.050">
      <Form onSubmit={submit}>
        <Label labelFor={id}>{say('exclusions.treeField')}</Label>
        <Inline space="space.100" alignBlock="center">
          <Textfield
            id={id}
            value={text}
            maxLength={MAX_QUERY_LENGTH}
            isDisabled={isDisabled}
            onChange={({ target }) => {
              type(String(target.value));
            }}
          />
          <LoadingButton
            type="submit"
            isDisabled={isDisabled || text.trim() === ''}
            isLoading={search.kind === 'searching'}
          >
            {say('exclusions.treeFind')}
          </LoadingButton>
        </Inline>
      </Form>
      <HelperMessage>{say(isFull ? 'exclusions.full' : 'exclusions.treesHelp')}</HelperMessage>
      {search.kind === 'failed' && (
        <FailureMessage failure={search.failure} title="exclusions.findFailed" onRetry={submit} />
      )}
      {search.kind === 'found' && (
        <PagesFound pages={search.pages} excluded={trees} isDisabled={isDisabled || isFull} onAdd={add} />
      )}
      {trees.length === 0 && <Text color="color.text.subtle">{say('exclusions.treesNone')}</Text>}
      {trees.map((tree) => (
        <ExcludedTree
          key={tree}
          id={tree}
          name={nameOf(tree)}
          isDisabled={isDisabled}
          onRemove={() => {
            onChange((now) => now.filter((other) => other !== tree));
          }}
        />
      ))}
    </Stack>
  );
};
