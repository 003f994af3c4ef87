import ForgeReconciler from '@forge/react';

import { SpaceSettingsPage } from './space-settings-page';

ForgeReconciler.render(<SpaceSettingsPage />);
