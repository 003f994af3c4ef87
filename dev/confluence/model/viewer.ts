import { ADMIN_ACCOUNT_ID } from './build-site';

/** Whose rights apply to a call. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'app' | 'user'; readonly accountId: string; readonly groups: ReadonlySet<string> };

/**
 * The groups of a fresh site. Anything else in a view restriction is taken for an account id.
 * @see support.atlassian.com "Default groups and permissions"; `atlassian-addons` holds the users of apps
 */
const GROUP_MEMBERS: Readonly<Record<string, readonly ('everybody' | 'app' | 'administrator')[]>> = {
  'confluence-users': ['everybody', 'app'],
  'atlassian-addons': ['app'],
  'atlassian-addons-admin': ['app'],
  'confluence-admins': ['administrator'],
  'confluence-administrators': ['administrator'],
  'site-admins': ['administrator'],
  administrators: ['administrator'],
};

export const isGroupName = (name: string): boolean => Object.hasOwn(GROUP_MEMBERS, name);

/** The app's own account: member of the default group and of the group of apps. */
export const appViewer = (accountId: string): Viewer => ({ kind: 'app', accountId, groups: groupsWith('app') });

/**
 * A person. Accounts come into being as they are named, a call made in their name included: licensed, in the default
 * group and without any other right. `admin` is a Confluence administrator. Unlicensed accounts are not modelled.
 */
export const userViewer = (accountId: string): Viewer => ({
  kind: 'user',
  accountId,
  groups: isAdministrator(accountId)
    ? new Set([...groupsWith('everybody'), ...groupsWith('administrator')])
    : groupsWith('everybody'),
});

export const isAdministrator = (accountId: string): boolean => accountId === ADMIN_ACCOUNT_ID;

const groupsWith = (member: 'everybody' | 'app' | 'administrator'): ReadonlySet<string> =>
  new Set(Object.keys(GROUP_MEMBERS).filter((name) => GROUP_MEMBERS[name]?.includes(member)));
