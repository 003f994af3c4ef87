import type { SpaceAccess, SpaceDetails, SpaceExclusions, SpaceSettings } from '../../src/contract/settings-api';
import type { Failure } from '../refusals/failure';

/** `wanted` is shown before it is stored. After a failure the old value is shown again, with the reason. */
type Change<Value> = { readonly wanted?: Value | undefined; readonly failure?: Failure | undefined };

export type ShownSettings = {
  readonly kind: 'shown';
  /** As they are stored, as far as is known. */
  readonly settings: SpaceSettings;
  readonly access: Change<boolean>;
  readonly exclusions: Change<SpaceExclusions>;
};

export type SettingsState =
  { readonly kind: 'loading' } | { readonly kind: 'not-loaded'; readonly failure: Failure } | ShownSettings;

export const toShown = ({ refused, ...settings }: SpaceSettings): SettingsState =>
  refused === undefined
    ? { kind: 'shown', settings, access: {}, exclusions: {} }
    : { kind: 'not-loaded', failure: refused };

/** What was asked for again, unless it may be older than a change that is under way. */
export const refresh = (state: ShownSettings, { refused, ...settings }: SpaceSettings): ShownSettings =>
  refused !== undefined || state.access.wanted !== undefined || state.exclusions.wanted !== undefined
    ? state
    : { ...state, settings };

/** The answer to opening or closing: it tells no details, and by whom the space was opened may have changed. */
export const settleAccess = (state: ShownSettings, { refused, ...answer }: SpaceAccess): ShownSettings => {
  const { details, ownerAccountId, optedInAt } = state.settings;
  return {
    ...state,
    access: { failure: refused },
    settings: {
      ...answer,
      ...(details && { details: answer.optedInAt === optedInAt ? details : withoutOpener(details) }),
      ...(ownerAccountId !== undefined && { ownerAccountId }),
    },
  };
};

const withoutOpener = (details: SpaceDetails): SpaceDetails => {
  const { exclusions, siteExclusions, archived, blocked, activity } = details;
  return { exclusions, siteExclusions, archived, ...(blocked !== undefined && { blocked }), activity };
};

/** The answer to new exclusions. How the space stands is left alone while that is being changed as well. */
export const settleExclusions = (state: ShownSettings, { refused, ...answer }: SpaceSettings): ShownSettings => ({
  ...state,
  exclusions: { failure: refused },
  settings:
    state.access.wanted === undefined || answer.details === undefined
      ? answer
      : { ...state.settings, details: answer.details },
});
