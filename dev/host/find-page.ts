import { htmlAnswer, redirect, type HostAnswer, type HostRequest } from './host-answer';
import type { PageCall } from './host-ports';
import { contentPage } from './pages/content-page';
import { homePage } from './pages/home-page';
import { loginPage, missingPage } from './pages/refusal-pages';
import { adminPage, spaceSettingsPage } from './pages/settings-pages';
import { spacePage } from './pages/space-page';

/** Parts of an address below `/wiki`, decoded; one that is not well-formed finds nothing. */
const partsOf = (pathname: string): readonly string[] => {
  try {
    return pathname.split('/').slice(2).map(decodeURIComponent);
  } catch {
    return [];
  }
};

/** The page at an address, as the viewer sees it. */
export const findPage = (request: HostRequest, call: PageCall): HostAnswer => {
  const { pathname, searchParams } = request;
  const missing = htmlAnswer(404, missingPage(call));
  if (pathname === '/') return htmlAnswer(200, homePage(call));
  if (call.session.accountId === undefined) return htmlAnswer(200, loginPage(call));

  const { ports, session } = call;
  const view = ports.confluence.viewAs(session.accountId);
  const [area, name, ...rest] = partsOf(pathname);
  if (area === undefined || area === '') return redirect('/');
  if (area === 'admin') {
    const module = moduleAt(call, 'confluence:globalSettings', name);
    return module === undefined ? missing : htmlAnswer(200, adminPage(call, module));
  }
  if (pathname === '/wiki/pages/viewpage.action') {
    const page = view.page(searchParams.get('pageId') ?? '');
    return page === undefined ? missing : redirect(`/wiki${view.pathOf(page)}`);
  }
  const space = area === 'spaces' && name !== undefined ? view.space(name) : undefined;
  if (space === undefined) return missing;
  const [kind, ...below] = rest;
  if (kind === undefined || kind === '' || kind === 'overview') return htmlAnswer(200, spacePage(call, space));
  if (kind === 'settings' && below[0] === 'apps') {
    const module = moduleAt(call, 'confluence:spaceSettings', below[1]);
    return module === undefined ? missing : htmlAnswer(200, spaceSettingsPage(call, space, module));
  }
  const page = view.page((kind === 'blog' ? below[3] : below[0]) ?? '');
  if (!['pages', 'blog'].includes(kind) || page?.spaceId !== space.id) return missing;
  return htmlAnswer(200, contentPage(call, space, page, kind === 'pages' && below[1] === 'edit' && below.length === 2));
};

const moduleAt = ({ ports }: PageCall, type: string, route: string | undefined) =>
  ports.manifest.pages.find((module) => module.type === type && ports.routeOf(module) === route);
