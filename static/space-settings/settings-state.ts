import type { SpaceAccess, SpaceDetails, SpaceExclusions, SpaceSettings } from '../../src/contract/space-settings-api';
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

/** Nothing of it is being changed. */
export const isSettled = ({ access, exclusions }: ShownSettings): boolean =>
  access.wanted === undefined && exclusions.wanted === undefined;

/** What was asked for again. What is said of the last change stays. */
export const refresh = (state: ShownSettings, { refused, ...settings }: SpaceSettings): ShownSettings =>
  refused === undefined ? { ...state, settings } : state;

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

const withoutOpener = ({ optedInBy, ...others }: SpaceDetails): SpaceDetails => others;

/**
 * The answer to exclusions. Of how the space stands it may tell less than is known, having been made before the space was
 * opened or closed. Others that are wanted by then go on being shown, unless these were refused.
 */
export const settleExclusions = (
  state: ShownSettings,
  saved: SpaceExclusions,
  { refused, ...answer }: SpaceSettings,
): ShownSettings => ({
  ...state,
  exclusions:
    refused === undefined && state.exclusions.wanted !== saved
      ? { wanted: state.exclusions.wanted }
      : { failure: refused },
  settings: answer.details === undefined ? answer : { ...state.settings, details: answer.details },
});
