import { useEffect, useRef, useState } from 'react';

import type { SetSpaceAccess, SpaceExclusions } from '../../src/contract/settings-api';
import { ask } from '../resolver/ask';
import { isSpaceAccess } from '../space-access/is-space-access';
import { isSpaceSettings } from './is-space-settings';
import { refresh, settleAccess, settleExclusions, toShown } from './settings-state';
import type { SettingsState, ShownSettings } from './settings-state';

/**
 * The settings of the space that the page is shown in. A change is shown at once and taken back when it fails. Exclusions
 * that are changed while others are being saved are saved after them; of several, the last.
 */
export const useSpaceSettings = () => {
  const [state, setState] = useState<SettingsState>({ kind: 'loading' });
  const isSaving = useRef(false);
  const next = useRef<SpaceExclusions>();

  const update = (change: (shown: ShownSettings) => SettingsState): void => {
    setState((current) => (current.kind === 'shown' ? change(current) : current));
  };

  const load = (): void => {
    setState({ kind: 'loading' });
    void ask({ functionKey: 'getSpaceAccess' }, isSpaceSettings).then((asked) => {
      setState(asked.kind === 'failed' ? { kind: 'not-loaded', failure: asked.failure } : toShown(asked.answer));
    });
  };
  useEffect(load, []);

  /** What a change does not tell, and how it stands when a change got no answer. */
  const reload = async (): Promise<void> => {
    const asked = await ask({ functionKey: 'getSpaceAccess' }, isSpaceSettings);
    if (asked.kind === 'answered') update((shown) => refresh(shown, asked.answer));
  };

  const setEnabled = (enabled: boolean): void => {
    if (state.kind !== 'shown' || state.access.wanted !== undefined) return;
    update((shown) => ({ ...shown, access: { wanted: enabled } }));
    void ask({ functionKey: 'setSpaceAccess', payload: { enabled } satisfies SetSpaceAccess }, isSpaceAccess).then(
      (asked) => {
        update((shown) =>
          asked.kind === 'failed'
            ? { ...shown, access: { failure: asked.failure } }
            : settleAccess(shown, asked.answer),
        );
        return reload();
      },
    );
  };

  const takeNext = (): SpaceExclusions | undefined => {
    const exclusions = next.current;
    next.current = undefined;
    return exclusions;
  };
  const isNextWaiting = (): boolean => next.current !== undefined;

  const saveExclusions = async (): Promise<void> => {
    if (isSaving.current) return;
    isSaving.current = true;
    for (let payload = takeNext(); payload !== undefined; payload = takeNext()) {
      const asked = await ask({ functionKey: 'setSpaceExclusions', payload }, isSpaceSettings);
      if (asked.kind === 'failed' || asked.answer.refused !== undefined) takeNext();
      // What is waiting is shown until it is saved as well.
      if (isNextWaiting()) continue;
      update((shown) =>
        asked.kind === 'failed'
          ? { ...shown, exclusions: { failure: asked.failure } }
          : settleExclusions(shown, asked.answer),
      );
      if (asked.kind === 'failed') await reload();
    }
    isSaving.current = false;
  };

  const setExclusions = (exclusions: SpaceExclusions): void => {
    next.current = exclusions;
    update((shown) => ({ ...shown, exclusions: { wanted: exclusions } }));
    void saveExclusions();
  };

  return { state, load, setEnabled, setExclusions };
};
