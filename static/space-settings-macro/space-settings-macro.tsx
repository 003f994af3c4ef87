import { Loading } from '../i18n/loading';
import { useMessages } from '../i18n/use-messages';
import { FailureMessage } from '../refusals/failure-message';
import { SpaceStatus } from '../space-access/space-status';
import { useSpaceAccess } from '../space-access/use-space-access';
import { FullMacro } from './full-macro';
import { NothingToShow } from './nothing-to-show';
import { useMacroPlace } from './use-macro-place';

/** Within a page: every reader of the space sees how it stands, its administrators can change it. */
export const SpaceSettingsMacro = () => {
  const { ready } = useMessages();
  const place = useMacroPlace();
  const { state, load, setEnabled } = useSpaceAccess();
  if (!ready || place === undefined || state.kind === 'loading') {
    return <Loading height={place?.layout === 'compact' ? '24px' : '72px'} />;
  }
  if (state.kind === 'not-loaded') {
    return state.failure === 'space-not-available' ? (
      <NothingToShow />
    ) : (
      <FailureMessage title="common.notLoadedTitle" failure={state.failure} onRetry={load} />
    );
  }
  if (place.layout === 'compact') return <SpaceStatus access={state.access} />;
  return (
    <FullMacro
      access={state.access}
      wanted={state.kind === 'saving' ? state.wanted : undefined}
      failure={state.kind === 'failed' ? state.failure : undefined}
      isEditing={place.isEditing}
      onChange={setEnabled}
    />
  );
};
