import { useEffect, useRef } from 'react';

import type { SetSpaceAccess, SetSpaceExclusions, SpaceExclusions } from '../../src/contract/space-settings-api';
import { sameExclusions } from '../exclusions/same-exclusions';
import type { Edit } from '../fields/edit';
import { useLatestState } from '../fields/use-latest-state';
import { ask } from '../resolver/ask';
import { isSpaceAccess } from '../space-access/is-space-access';
import { isSpaceSettings } from './is-space-settings';
import { isSettled, refresh, settleAccess, settleExclusions, toShown } from './settings-state';
import type { SettingsState, ShownSettings } from './settings-state';

/**
 * The settings of the space that the page is shown in. A change is shown at once and taken back when it fails. Exclusions
 * that are changed while others are being saved are saved after them; of several, the last.
 */
export const useSpaceSettings = () => {
  const { state, latest, set } = useLatestState<SettingsState>({ kind: 'loading' });
  /** Goes up when a change is sent and when it is answered: what was asked for before tells less than is known. */
  const changes = useRef(0);
  const isReloadDue = useRef(false);
  const isSaving = useRef(false);

  const update = (change: (shown: ShownSettings) => ShownSettings): void => {
    const now = latest();
    if (now.kind === 'shown') set(change(now));
  };

  const load = (): void => {
    set({ kind: 'loading' });
    void ask({ functionKey: 'getSpaceAccess' }, isSpaceSettings).then((asked) => {
      set(asked.kind === 'failed' ? { kind: 'not-loaded', failure: asked.failure } : toShown(asked.answer));
    });
  };
  useEffect(load, []);

  /** What a change does not tell, and how it stands when a change failed; asked for once nothing is under way. */
  const reload = async (): Promise<void> => {
    const now = latest();
    if (!isReloadDue.current || now.kind !== 'shown' || !isSettled(now)) return;
    isReloadDue.current = false;
    const before = changes.current;
    const asked = await ask({ functionKey: 'getSpaceAccess' }, isSpaceSettings);
    if (changes.current !== before) {
      isReloadDue.current = true;
      return reload();
    }
    if (asked.kind === 'answered') update((shown) => refresh(shown, asked.answer));
  };

  const changeAccess = async (enabled: boolean): Promise<void> => {
    const now = latest();
    if (now.kind !== 'shown' || now.access.wanted !== undefined) return;
    set({ ...now, access: { wanted: enabled } });
    changes.current += 1;
    const payload = { enabled } satisfies SetSpaceAccess;
    const asked = await ask({ functionKey: 'setSpaceAccess', payload }, isSpaceAccess);
    changes.current += 1;
    isReloadDue.current = true;
    update((shown) =>
      asked.kind === 'failed' ? { ...shown, access: { failure: asked.failure } } : settleAccess(shown, asked.answer),
    );
    return reload();
  };

  const saveExclusions = async (payload: SetSpaceExclusions, saved: SpaceExclusions): Promise<void> => {
    changes.current += 1;
    const asked = await ask({ functionKey: 'setSpaceExclusions', payload }, isSpaceSettings);
    changes.current += 1;
    update((shown) => {
      if (asked.kind === 'failed') {
        isReloadDue.current = true;
        return { ...shown, exclusions: { failure: asked.failure } };
      }
      const { refused, enabled } = asked.answer;
      if (refused !== undefined || enabled !== shown.settings.enabled) isReloadDue.current = true;
      return settleExclusions(shown, saved, asked.answer);
    });
  };

  const wantedExclusions = (): SpaceExclusions | undefined => {
    const now = latest();
    return now.kind === 'shown' ? now.exclusions.wanted : undefined;
  };

  /** Each is made from what the one before wanted: what others changed meanwhile is no part of it. */
  const saveWanted = async (stored: SpaceExclusions): Promise<void> => {
    if (isSaving.current) return;
    isSaving.current = true;
    let from = stored;
    for (let wanted = wantedExclusions(); wanted !== undefined; wanted = wantedExclusions()) {
      await saveExclusions({ ...wanted, from }, wanted);
      from = wanted;
    }
    isSaving.current = false;
    return reload();
  };

  const editExclusions = (edit: Edit<SpaceExclusions>): void => {
    const now = latest();
    if (now.kind !== 'shown' || now.settings.details === undefined) return;
    const stored = now.settings.details.exclusions;
    const before = now.exclusions.wanted ?? stored;
    const wanted = edit(before);
    if (sameExclusions(wanted, before)) return;
    set({ ...now, exclusions: { wanted } });
    void saveWanted(stored);
  };

  return {
    state,
    load,
    setEnabled: (enabled: boolean): void => void changeAccess(enabled),
    editExclusions,
  };
};
