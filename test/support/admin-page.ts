import type { AdminKey, AdminSpace, AdminStatus } from '../../src/contract/administration-api';
import { openAnsweringPage, type Answers } from './answering-page';
import type { PageOptions } from './ui-kit-host';

type Status = Extract<AdminStatus, { readonly paused: boolean }>;

/** An active key until the year 2999, unless told otherwise. */
export const adminKey = (overrides: Partial<AdminKey> = {}): AdminKey => ({
  id: '0123456789ab',
  createdAt: '2026-05-03T08:00:00.000Z',
  expiresAt: '2999-05-03T08:00:00.000Z',
  expiresSoon: false,
  lastUsedDay: '2026-05-20',
  ...overrides,
});

export const adminStatus = (overrides: Partial<Status> = {}): Status => ({
  paused: false,
  spacesOptedIn: 3,
  requestsPerMinute: 60,
  pointsPerHour: 5000,
  optInBy: 'space-admins',
  exclusions: { labels: [], trees: [], blogPosts: false },
  caps: { maxResults: 25, maxChars: 50_000 },
  keys: [adminKey()],
  webTriggerUrl: 'https://promptless.example/x1/search',
  ...overrides,
});

export const adminSpace = (id: number, overrides: Partial<AdminSpace> = {}): AdminSpace => ({
  id: String(id),
  key: `S${String(id)}`,
  name: `Space ${String(id)}`,
  type: 'global',
  archived: false,
  open: false,
  exclusions: { labels: [], trees: [], blogPosts: false },
  ...overrides,
});

/** The admin page, with the calls that it makes. */
export const openAdminPage = (answers: Answers = {}, options: PageOptions = {}) =>
  openAnsweringPage('static/admin/index.tsx', { getStatus: adminStatus(), ...answers }, options);

const TABS = ['connection', 'spaces', 'policy', 'activity'] as const;

/** Opens the page at a tab, as a click on it does. */
export const openAdminTab = async (tab: (typeof TABS)[number], answers: Answers = {}, options: PageOptions = {}) => {
  const opened = await openAdminPage(answers, options);
  await opened.page.fire(opened.page.find('Tabs'), 'onChange', TABS.indexOf(tab));
  return opened;
};
