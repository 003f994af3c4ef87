import type { SourceEdit } from './bundle-app';

/** A way to break one promise by changing one line of the app. */
export type BrokenApp = { readonly name: string; readonly edit: SourceEdit };

const broken = (name: string, room: string, from: string, to: string): BrokenApp => ({
  name,
  edit: { room, from, to },
});

/** Each must be noticed by the model: one that is not shows what the model does not look at. */
export const BROKEN_APPS: readonly BrokenApp[] = [
  broken(
    'lets through what is in a space that is not open',
    'fence',
    'open.get(content.spaceId)',
    'open.get(content.spaceId) ?? [...open.values()][0]',
  ),
  broken('lets through archived spaces', 'fence', "content.spaceStatus !== 'current' || ", ''),
  broken('lets through archived pages', 'fence', " || content.status !== 'current'", ''),
  broken('ignores excluded trees', 'fence', "  if (isInTree(content, trees)) return { reason: 'tree' };\n", ''),
  broken(
    'looks only at the excluded page, not below it',
    'fence',
    'ancestors?.some((each) => trees.includes(each))',
    'ancestors?.some(() => false)',
  ),
  broken('ignores excluded labels', 'fence', 'return excludedLabel(content, labels);', 'return undefined;'),
  broken(
    'ignores excluded blog posts',
    'fence',
    "  if (blogPosts && content.type !== 'page') return { reason: 'blog-post' };\n",
    '',
  ),
  broken(
    'ignores what the site excludes',
    'fence',
    'uniteExclusions(siteExclusions, space.exclusions)',
    'space.exclusions',
  ),
  broken(
    'ignores what the space excludes',
    'fence',
    'uniteExclusions(siteExclusions, space.exclusions)',
    'siteExclusions',
  ),
  broken(
    'takes labels by their letter case',
    'fence',
    "label.normalize('NFC').toLowerCase()",
    "label.normalize('NFC')",
  ),
  broken(
    'forgets exclusions when a space is closed',
    'fence',
    "    case 'close':\n      return { exclusions };",
    "    case 'close':\n      return { exclusions: { labels: [], trees: [], blogPosts: false } };",
  ),
  broken(
    'keeps the registry of the request before',
    'door',
    '    ports.readOpenSpaces(),\n',
    '    (Reflect.get(ports, "kept") ?? (Reflect.set(ports, "kept", ports.readOpenSpaces()), Reflect.get(ports, "kept"))),\n',
  ),
  broken('searches while paused', 'door', 'if (policy.paused && ', 'if (false && '),
  broken(
    'goes on accepting a revoked key',
    'settings',
    'ring.keys.filter((key) => key.id !== keyId && isActive(key, nowMs))',
    'ring.keys',
  ),
  broken('goes on accepting an expired key', 'keys', 'nowMs < expiresAt;', 'nowMs < expiresAt * 2;'),
  broken(
    'tells an expired key from a wrong one',
    'door',
    "if (typeof key === 'string') return unauthorized(key);",
    "if (typeof key === 'string') return key === 'expired-key' ? refuse('access_paused') : unauthorized(key);",
  ),
  broken('binds cursors to nothing', 'search', '.update(binding)', '.update("")'),
  broken('binds cursors to no spaces', 'search', 'spaces.map(({ id }) => id).sort(),', ''),
  broken('lets cursors live for ever', 'search', 'if (nowMs < expiresAt) return state;', 'return state;'),
  broken('reads on in another version of a page', 'search', 'opened.output.version !== page.version', 'false'),
  broken(
    'searches more than the named spaces',
    'search',
    'if (names === undefined)',
    'if (names === undefined || names.length > 1)',
  ),
  broken(
    'tells a hidden page from a missing one by the code',
    'door',
    "problem: { code: 'page_not_available' }",
    "problem: { code: outcome.heldBack > 0 ? 'no_space_available' : 'page_not_available' }",
  ),
  broken(
    'tells of what was held back by the points',
    'search',
    'ports.meter.spent(1 + (next',
    'ports.meter.spent(1 + ports.unseen.heldBackCount() + (next',
  ),
  broken(
    'tells an unknown section of a hidden page',
    'search',
    "if (found === undefined) return { kind: 'page-not-available'",
    "if (found === undefined && request.section.length > 0 && unseen.heldBackCount() > 0) return { kind: 'unknown-section' };\n    if (found === undefined) return { kind: 'page-not-available'",
  ),
  broken('lists archived spaces', 'search', " && status === 'current')", ')'),
  broken(
    'lets anybody change a space',
    'settings',
    'if (!seen.mayAdminister) return answer',
    'if (false) return answer',
  ),
  broken('lets every space admin open spaces', 'settings', "if (optInBy === 'space-admins')", "if (optInBy !== '')"),
  broken('lets anybody administer the site', 'settings', '!(await ports.rights.administersConfluence())', 'false'),
  broken('excludes pages of other spaces', 'platform', 'parseSpaceId(content.space.id) === spaceId', 'true'),
  broken(
    'writes requests to the log',
    'door',
    '    const parsed = parseApiRequest(',
    '    console.log(request.body);\n    const parsed = parseApiRequest(',
  ),
  broken('keeps who opened a space that is closed', 'platform', '.delete(detailsKey(change.spaceId))', ''),
  broken('keeps titles in storage', 'door', '.map(({ page }) => page.space.id)', '.map(({ page }) => page.title)'),
];
