import { Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import type { PanelProps } from '../panel-props';
import { NumberField } from './number-field';
import { parseWholeNumber } from './parse-whole-number';
import { SettingsSection } from './settings-section';
import { useDraft } from './use-draft';

const REQUESTS = { min: 0, max: 6000 } as const;
const POINTS = { min: 0, max: 65_000 } as const;

type Typed = { readonly requests: string; readonly points: string };

const isSame = (one: Typed, other: Typed): boolean => one.requests === other.requests && one.points === other.points;

/** How often Promptless may ask. When saving fails, the old numbers are shown again. */
export const LimitsSection = ({ site, status, change }: PanelProps) => {
  const { say } = useMessages();
  const saved = { requests: String(status.requestsPerMinute), points: String(status.pointsPerHour) };
  const draft = useDraft<Typed>(saved, isSame);
  const requestsPerMinute = parseWholeNumber(draft.value.requests, REQUESTS);
  const pointsPerHour = parseWholeNumber(draft.value.points, POINTS);
  const save = (): void => {
    if (requestsPerMinute === undefined || pointsPerHour === undefined) return;
    // Only what was changed: another admin may have changed the other number meanwhile.
    const payload = {
      ...(requestsPerMinute === status.requestsPerMinute ? {} : { requestsPerMinute }),
      ...(pointsPerHour === status.pointsPerHour ? {} : { pointsPerHour }),
    };
    void site.change('limits', { functionKey: 'setLimits', payload }).then(draft.discard);
  };
  return (
    <SettingsSection
      title="admin.limitsTitle"
      part="limits"
      change={change}
      isChanged={draft.isChanged}
      isValid={requestsPerMinute !== undefined && pointsPerHour !== undefined}
      onSave={save}
      onDiscard={draft.discard}
    >
      <Text>{say('admin.limitsHelp')}</Text>
      <NumberField
        id="requests-per-minute"
        label={say('admin.requestsPerMinute')}
        typed={draft.value.requests}
        bounds={REQUESTS}
        isDisabled={change.kind === 'saving'}
        onChange={(requests) => {
          draft.edit((now) => ({ ...now, requests }));
        }}
      />
      <NumberField
        id="points-per-hour"
        label={say('admin.pointsPerHour')}
        help={say('admin.pointsHelp')}
        typed={draft.value.points}
        bounds={POINTS}
        isDisabled={change.kind === 'saving'}
        onChange={(points) => {
          draft.edit((now) => ({ ...now, points }));
        }}
      />
    </SettingsSection>
  );
};
