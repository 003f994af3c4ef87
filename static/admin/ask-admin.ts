import { invoke } from '@forge/bridge';

import type { RevokeKey, SetLimits, SetPaused } from '../../src/contract/settings-api';
import type { Failure } from '../refusals/failure';
import type { AdminState, SiteStatus } from './admin-state';
import { isAdminStatus } from './is-admin-status';
import { isCreatedKey } from './is-created-key';

/** Calls one of the functions that answer with the status. `before` is shown when the answer holds no status. */
export const askForStatus = async (
  call:
    | { readonly functionKey: 'getStatus' }
    | { readonly functionKey: 'setPaused'; readonly payload: SetPaused }
    | { readonly functionKey: 'setLimits'; readonly payload: SetLimits }
    | { readonly functionKey: 'revokeKey'; readonly payload: RevokeKey },
  before?: SiteStatus,
): Promise<AdminState> => {
  try {
    const answer: unknown = await invoke(call.functionKey, 'payload' in call ? call.payload : undefined);
    if (!isAdminStatus(answer)) return toFailed('no-answer', before);
    if (!('paused' in answer)) return toFailed(answer.refused, before);
    const { refused, ...status } = answer;
    return refused === undefined ? { kind: 'ready', status } : toFailed(refused, status);
  } catch {
    return toFailed('no-answer', before);
  }
};

type KeyAnswer = { readonly state: AdminState; readonly secret?: string };

/** Creates a key; the secret is in the answer only. */
export const askForKey = async (before: SiteStatus): Promise<KeyAnswer> => {
  try {
    const answer: unknown = await invoke('createKey');
    if (!isCreatedKey(answer)) return { state: toFailed('no-answer', before) };
    if ('refused' in answer) return { state: toFailed(answer.refused, before) };
    const { secret, ...key } = answer;
    return {
      state: { kind: 'ready', status: { ...before, keys: [...before.keys, { ...key, expiresSoon: false }] } },
      secret,
    };
  } catch {
    return { state: toFailed('no-answer', before) };
  }
};

const toFailed = (failure: Failure, status: SiteStatus | undefined): AdminState => ({
  kind: 'failed',
  failure,
  ...(status && { status }),
});
