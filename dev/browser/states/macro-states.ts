import messages from '../../../static/locales/en-US.json';
import type { SurfaceState } from '../surface-state';
import { configureMacro, failStorage, MACRO_PAGE, pause, prepareSite, READING, type Preparation } from './prepare-site';

const { access, common, macro } = messages;

const OPEN = { path: `/wiki/spaces/ENG/pages/${MACRO_PAGE.id}`, as: 'member' };
const CLOSED = { path: '/wiki/spaces/PLAT/pages/98802', as: 'member' };

/** Confluence says of every space that it is not there. */
const hideSpaces: Preparation = ({ platform }) => {
  platform.setFaults([{ match: 'GET /wiki/api/v2/spaces/', status: 404 }]);
};

export const MACRO_STATES: readonly SurfaceState[] = [
  { name: 'macro-open', ...OPEN, prepare: prepareSite() },
  { name: 'macro-closed', ...CLOSED, prepare: prepareSite() },
  { name: 'macro-paused', ...OPEN, prepare: prepareSite(pause) },
  { name: 'macro-compact', ...OPEN, prepare: prepareSite(configureMacro('compact')) },
  { name: 'macro-space-admin', ...OPEN, as: 'maya-engineering', prepare: prepareSite() },
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
  { name: 'macro-anonymous-visitor', ...OPEN, as: '', prepare: prepareSite() },
  {
    name: 'macro-nothing-to-show',
    ...OPEN,
    prepare: prepareSite(hideSpaces),
    act: (page) => page.getByText(macro.nothing).waitFor(),
  },
  {
    name: 'macro-editor',
    ...OPEN,
    path: `${OPEN.path}/edit`,
    as: 'maya-engineering',
    prepare: prepareSite(),
    act: (page) => page.getByText(macro.preview).waitFor(),
  },
  {
    name: 'macro-not-loaded',
    ...OPEN,
    prepare: prepareSite(failStorage(READING)),
    act: (page) => page.getByText(common.notLoadedTitle).waitFor(),
  },
];
