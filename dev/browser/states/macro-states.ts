import messages from '../../../static/locales/en-US.json';
import type { SurfaceState } from '../surface-state';
import { configureMacro, failStorage, MACRO_PAGE, pause, prepareSite, READING, type Preparation } from './prepare-site';
import { see } from './see';

const { access, common, macro, refusal } = messages;

const OPEN = { path: `/wiki/spaces/ENG/pages/${MACRO_PAGE.id}`, as: 'member' };
const CLOSED = { path: '/wiki/spaces/PLAT/pages/98802', as: 'member' };

/** Confluence says of every space that it is not there. */
const hideSpaces: Preparation = ({ platform }) => {
  platform.setFaults([{ match: 'GET /wiki/api/v2/spaces/', status: 404 }]);
};

export const MACRO_STATES: readonly SurfaceState[] = [
  { name: 'macro-open', ...OPEN, prepare: prepareSite(), act: see(macro.viewerOpen) },
  { name: 'macro-closed', ...CLOSED, prepare: prepareSite(), act: see(macro.viewerClosed) },
  { name: 'macro-paused', ...OPEN, prepare: prepareSite(pause), act: see(access.paused) },
  {
    name: 'macro-compact',
    ...OPEN,
    prepare: prepareSite(configureMacro('compact')),
    act: see(access['lozenge-open']),
  },
  {
    name: 'macro-space-admin',
    ...OPEN,
    as: 'maya-engineering',
    prepare: prepareSite(),
    act: see(access.toggleHelpOpen),
  },
  {
    name: 'macro-space-admin-dialog',
    ...CLOSED,
    as: 'owen-platform',
    prepare: prepareSite(),
    act: async (page) => {
      // Atlaskit lays its own drawing over the input.
      await page.getByRole('checkbox', { name: access.toggleLabel }).click({ force: true });
      await page.getByRole('dialog', { name: access.dialogTitle }).waitFor();
    },
  },
  { name: 'macro-anonymous-visitor', ...OPEN, as: '', prepare: prepareSite(), act: see('Log in to continue') },
  {
    name: 'macro-nothing-to-show',
    ...OPEN,
    prepare: prepareSite(hideSpaces),
    act: see(macro.nothing),
  },
  {
    name: 'macro-editor',
    ...OPEN,
    path: `${OPEN.path}/edit`,
    as: 'maya-engineering',
    prepare: prepareSite(),
    act: see(macro.preview, macro.layoutLabel),
  },
  {
    name: 'macro-not-loaded',
    ...OPEN,
    prepare: prepareSite(failStorage(READING)),
    act: see(common.notLoadedTitle, refusal['storage-unavailable']),
  },
];
