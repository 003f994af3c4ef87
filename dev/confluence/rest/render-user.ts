/** An account as v1 answers it. Its id is its display name. @see mock_page_response of sooperset/mcp-atlassian (recorded) */
export const renderUser = (
  accountId: string,
  siteUrl: string,
  accountType: 'atlassian' | 'app' = 'atlassian',
): object => ({
  type: 'known',
  accountId,
  accountType,
  email: '',
  publicName: accountId,
  profilePicture: { path: `/wiki/aa-avatar/${encodeURIComponent(accountId)}`, width: 48, height: 48, isDefault: true },
  displayName: accountId,
  isExternalCollaborator: false,
  isGuest: false,
  _expandable: { operations: '', personalSpace: '' },
  _links: { self: `${siteUrl}/wiki/rest/api/user?accountId=${encodeURIComponent(accountId)}` },
});
