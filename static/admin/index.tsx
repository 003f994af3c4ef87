import ForgeReconciler, { I18nProvider } from '@forge/react';

import { AdminPage } from './admin-page';

ForgeReconciler.render(
  <I18nProvider>
    <AdminPage />
  </I18nProvider>,
);
