import { Text } from '@forge/react';

import type { SetPolicy } from '../../../src/contract/administration-api';
import { useMessages } from '../../i18n/use-messages';
import type { PanelProps } from '../panel-props';
import { NumberField } from './number-field';
import { parseWholeNumber } from './parse-whole-number';
import { sameNumber } from './same-number';
import { SettingsSection } from './settings-section';
import { useDraft } from './use-draft';

const RESULTS = { min: 1, max: 25 } as const;
const CHARS = { min: 500, max: 50_000 } as const;

type Typed = { readonly maxResults: string; readonly maxChars: string };

const isSame = (one: Typed, other: Typed): boolean =>
  sameNumber(one.maxResults, other.maxResults) && sameNumber(one.maxChars, other.maxChars);

const parse = (typed: Typed): SetPolicy['caps'] => {
  const maxResults = parseWholeNumber(typed.maxResults, RESULTS);
  const maxChars = parseWholeNumber(typed.maxChars, CHARS);
  return maxResults === undefined || maxChars === undefined ? undefined : { maxResults, maxChars };
};

/** The most that one answer holds. When saving fails, the old numbers are shown again. */
export const CapsSection = ({ site, status, change }: PanelProps) => {
  const { say } = useMessages();
  const saved = { maxResults: String(status.caps.maxResults), maxChars: String(status.caps.maxChars) };
  const draft = useDraft<Typed>(saved, isSame);
  const save = (): void => {
    const entered = draft.latest();
    const caps = entered && parse(entered.value);
    if (caps === undefined) return;
    const payload = { caps } satisfies SetPolicy;
    void site.change('caps', { functionKey: 'setPolicy', payload }).then(draft.discard);
  };
  return (
    <SettingsSection
      title="admin.capsTitle"
      part="caps"
      change={change}
      isChanged={draft.isChanged}
      isValid={parse(draft.value) !== undefined}
      onSave={save}
      onDiscard={draft.discard}
    >
      <Text>{say('admin.capsHelp')}</Text>
      <NumberField
        id="max-results"
        label={say('admin.maxResults')}
        typed={draft.value.maxResults}
        bounds={RESULTS}
        isDisabled={change.kind === 'saving'}
        onChange={(typed) => {
          draft.edit((now) => ({ ...now, maxResults: typed }));
        }}
      />
      <NumberField
        id="max-chars"
        label={say('admin.maxChars')}
        typed={draft.value.maxChars}
        bounds={CHARS}
        isDisabled={change.kind === 'saving'}
        onChange={(typed) => {
          draft.edit((now) => ({ ...now, maxChars: typed }));
        }}
      />
    </SettingsSection>
  );
};
