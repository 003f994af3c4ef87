import { Text } from '@forge/react';

import type { SetLimits } from '../../../src/contract/administration-api';
import { useMessages } from '../../i18n/use-messages';
import type { PanelProps } from '../panel-props';
import { NumberField } from './number-field';
import { parseWholeNumber } from './parse-whole-number';
import { sameNumber } from './same-number';
import { SettingsSection } from './settings-section';
import { useDraft } from './use-draft';

const REQUESTS = { min: 0, max: 6000 } as const;
const POINTS = { min: 0, max: 65_000 } as const;

type Typed = { readonly requests: string; readonly points: string };

const isSame = (one: Typed, other: Typed): boolean =>
  sameNumber(one.requests, other.requests) && sameNumber(one.points, other.points);

const parse = (typed: Typed): Required<SetLimits> | undefined => {
  const requestsPerMinute = parseWholeNumber(typed.requests, REQUESTS);
  const pointsPerHour = parseWholeNumber(typed.points, POINTS);
  return requestsPerMinute === undefined || pointsPerHour === undefined
    ? undefined
    : { requestsPerMinute, pointsPerHour };
};

/** How often Promptless may ask. When saving fails, the old numbers are shown again. */
export const LimitsSection = ({ site, status, change }: PanelProps) => {
  const { say } = useMessages();
  const saved = { requests: String(status.requestsPerMinute), points: String(status.pointsPerHour) };
  const draft = useDraft<Typed>(saved, isSame);
  const save = (): void => {
    const entered = draft.latest();
    if (entered === undefined) return;
    const { value, from } = entered;
    const limits = parse(value);
    if (limits === undefined) return;
    // Only what was changed: another admin may have changed the other number meanwhile.
    const payload: SetLimits = {
      ...(sameNumber(value.requests, from.requests) ? {} : { requestsPerMinute: limits.requestsPerMinute }),
      ...(sameNumber(value.points, from.points) ? {} : { pointsPerHour: limits.pointsPerHour }),
    };
    if (Object.keys(payload).length === 0) {
      draft.discard();
      return;
    }
    void site.change('limits', { functionKey: 'setLimits', payload }).then(draft.discard);
  };
  return (
    <SettingsSection
      title="admin.limitsTitle"
      part="limits"
      change={change}
      isChanged={draft.isChanged}
      isValid={parse(draft.value) !== undefined}
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
