import { Checkbox, Heading, Stack } from '@forge/react';

import type { SpaceExclusions } from '../../src/contract/space-settings-api';
import type { Edit } from '../fields/edit';
import { useMessages } from '../i18n/use-messages';
import type { Find } from './find-pages';
import { LabelsEditor } from './labels-editor';
import { PageTreePicker } from './page-tree-picker';

type Props = {
  /** Begins the ids of the fields. */
  readonly id: string;
  readonly exclusions: SpaceExclusions;
  readonly isDisabled: boolean;
  /** The level of its headings; `h4` unless given. */
  readonly headings?: 'h3' | 'h4';
  readonly find: Find;
  readonly onChange: (edit: Edit<SpaceExclusions>) => void;
};

/** What stays closed: labels, page trees, blog posts. Saves nothing itself. */
export const ExclusionsEditor = ({ id, exclusions, isDisabled, headings = 'h4', find, onChange }: Props) => {
  const { say } = useMessages();
  return (
    <Stack space="space.200">
      <Heading as={headings} size="xsmall">
        {say('exclusions.labelsTitle')}
      </Heading>
      <LabelsEditor
        id={`${id}-label`}
        labels={exclusions.labels}
        isDisabled={isDisabled}
        onChange={(edit) => {
          onChange((now) => ({ ...now, labels: edit(now.labels) }));
        }}
      />
      <Heading as={headings} size="xsmall">
        {say('exclusions.treesTitle')}
      </Heading>
      <PageTreePicker
        id={`${id}-tree`}
        trees={exclusions.trees}
        isDisabled={isDisabled}
        find={find}
        onChange={(edit) => {
          onChange((now) => ({ ...now, trees: edit(now.trees) }));
        }}
      />
      <Checkbox
        label={say('exclusions.blogPosts')}
        isChecked={exclusions.blogPosts}
        isDisabled={isDisabled}
        onChange={({ target }) => {
          onChange((now) => ({ ...now, blogPosts: target.checked === true }));
        }}
      />
    </Stack>
  );
};
