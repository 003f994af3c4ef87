import ForgeReconciler from '@forge/react';

import { SpaceSettingsMacro } from './space-settings-macro';

ForgeReconciler.render(<SpaceSettingsMacro />);
