import ForgeReconciler, { I18nProvider } from '@forge/react';

import { SpaceSettingsPage } from './space-settings-page';

ForgeReconciler.render(
  <I18nProvider>
    <SpaceSettingsPage />
  </I18nProvider>,
);
