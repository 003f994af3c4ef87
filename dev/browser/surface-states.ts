import { ADMIN_STATES } from './states/admin-states';
import { MACRO_STATES } from './states/macro-states';
import { SPACE_SETTINGS_STATES } from './states/space-settings-states';
import type { SurfaceState } from './surface-state';

/**
 * Every state of every surface of the app, over the sample content: what is tested for accessibility and what is pictured
 * are the same. Each state is set up anew, so their order does not matter.
 */
export const SURFACE_STATES: readonly SurfaceState[] = [...SPACE_SETTINGS_STATES, ...ADMIN_STATES, ...MACRO_STATES];
