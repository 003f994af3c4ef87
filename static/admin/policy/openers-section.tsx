import { HelperMessage, RadioGroup, Stack } from '@forge/react';

import type { SetPolicy } from '../../../src/contract/administration-api';
import { useMessages } from '../../i18n/use-messages';
import type { PanelProps } from '../panel-props';
import { SettingsSection } from './settings-section';
import { useDraft } from './use-draft';

type OptInBy = Required<SetPolicy>['optInBy'];

/**
 * Who may open spaces. Each choice is a sentence, because UI Kit gives a group of radio buttons no name: it prefixes ids, and
 * not what refers to them. When saving fails, the old choice is shown again.
 */
export const OpenersSection = ({ site, status, change }: PanelProps) => {
  const { say } = useMessages();
  const draft = useDraft<OptInBy>(status.optInBy, Object.is);
  const save = (): void => {
    const entered = draft.latest();
    if (entered === undefined) return;
    void site.change('openers', { functionKey: 'setPolicy', payload: { optInBy: entered.value } }).then(draft.discard);
  };
  return (
    <SettingsSection
      title="admin.openersTitle"
      part="openers"
      change={change}
      isChanged={draft.isChanged}
      isValid
      onSave={save}
      onDiscard={draft.discard}
    >
      <Stack space="space.050">
        <RadioGroup
          name="openers"
          isDisabled={change.kind === 'saving'}
          value={draft.value}
          options={[
            { name: 'openers', value: 'space-admins', label: say('admin.openersSpaceAdmins') },
            { name: 'openers', value: 'confluence-admins', label: say('admin.openersConfluenceAdmins') },
          ]}
          onChange={({ target }) => {
            draft.edit(() => (target.value === 'confluence-admins' ? 'confluence-admins' : 'space-admins'));
          }}
        />
        <HelperMessage>{say('admin.openersHelp')}</HelperMessage>
      </Stack>
    </SettingsSection>
  );
};
