import type { RemoteFunction } from '../bridge/parcel';
import { memberOf } from '../tree/member-of';
import type { ShownFlag } from './flags';

const TYPES = ['info', 'success', 'warning', 'error'] as const;

const isRemote = (value: unknown): value is RemoteFunction => typeof value === 'function';
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The flag that the app asks for. @see https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/showFlag/ */
export const toFlag = (options: unknown): ShownFlag => {
  const actions = memberOf(options, 'actions');
  return {
    id: String(memberOf(options, 'id')),
    title: text(memberOf(options, 'title')) ?? '',
    description: text(memberOf(options, 'description')),
    type: TYPES.find((type) => type === memberOf(options, 'type')) ?? 'info',
    isAutoDismiss: memberOf(options, 'isAutoDismiss') === true,
    actions: (Array.isArray(actions) ? actions : []).map((action: unknown) => {
      const onClick = memberOf(action, 'onClick');
      return { text: text(memberOf(action, 'text')) ?? '', onClick: isRemote(onClick) ? onClick : undefined };
    }),
  };
};
