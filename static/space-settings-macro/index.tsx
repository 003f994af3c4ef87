import ForgeReconciler, { I18nProvider } from '@forge/react';

import { MacroConfig } from './macro-config';
import { SpaceSettingsMacro } from './space-settings-macro';

ForgeReconciler.render(
  <I18nProvider>
    <SpaceSettingsMacro />
  </I18nProvider>,
);
ForgeReconciler.addConfig(
  <I18nProvider>
    <MacroConfig />
  </I18nProvider>,
);
