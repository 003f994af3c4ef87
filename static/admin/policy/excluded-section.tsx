import { Text } from '@forge/react';

import type { SetPolicy } from '../../../src/contract/administration-api';
import { ExclusionsEditor } from '../../exclusions/exclusions-editor';
import { findPages } from '../../exclusions/find-pages';
import { sameExclusions } from '../../exclusions/same-exclusions';
import { summariseExclusions } from '../../exclusions/summarise-exclusions';
import { useMessages } from '../../i18n/use-messages';
import type { PanelProps } from '../panel-props';
import { SettingsSection } from './settings-section';
import { useDraft } from './use-draft';

/** What every space excludes. When saving fails, what was entered stays, unsaved, beside what is in effect. */
export const ExcludedSection = ({ site, status, change }: PanelProps) => {
  const messages = useMessages();
  const { say } = messages;
  const draft = useDraft(status.exclusions, sameExclusions);
  const save = (): void => {
    const entered = draft.latest();
    if (entered === undefined) return;
    const payload = { exclusions: entered.value, exclusionsFrom: entered.from } satisfies SetPolicy;
    void site.change('exclusions', { functionKey: 'setPolicy', payload }).then((isSaved) => {
      if (isSaved) draft.discard();
    });
  };
  return (
    <SettingsSection
      title="admin.excludedTitle"
      part="exclusions"
      change={change}
      isChanged={draft.isChanged}
      isValid
      onSave={save}
      onDiscard={draft.discard}
    >
      <Text>{say('admin.excludedHelp')}</Text>
      <Text>{say('admin.excludedNow', { summary: summariseExclusions(status.exclusions, messages) })}</Text>
      <ExclusionsEditor
        id="site"
        exclusions={draft.value}
        isDisabled={change.kind === 'saving'}
        find={findPages}
        onChange={draft.edit}
      />
    </SettingsSection>
  );
};
