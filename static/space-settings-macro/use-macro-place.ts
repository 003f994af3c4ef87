import { useConfig, useProductContext } from '@forge/react';

import { membersOf } from '../refusals/members-of';
import { toLayout, type Layout } from './layout';

export type MacroPlace = {
  readonly layout: Layout;
  /** The page is being edited: what stands there is a preview. */
  readonly isEditing: boolean;
};

/** Where and how the macro is shown; `undefined` while the product has not said. Follows a new configuration at once. */
export const useMacroPlace = (): MacroPlace | undefined => {
  const context = useProductContext();
  const config: unknown = useConfig();
  if (context === undefined) return undefined;
  const extension = membersOf(context.extension);
  return { layout: toLayout(config ?? extension['config']), isEditing: extension['isEditing'] === true };
};
