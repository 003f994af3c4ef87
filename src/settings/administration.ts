import type { AuditLog, AuditReader } from '../audit/audit-log';
import type {
  Activity,
  AdminSpaces,
  AdminStatus,
  AuditAnswer,
  AuditCsvAnswer,
  CreatedKey,
  DescribedSpaces,
  SetSpacesAnswer,
  TestSearch,
  UnseenSpaces,
} from '../contract/administration-api';
import type { FoundPages } from '../contract/space-settings-api';
import { createAuditFunctions, type AuditPorts } from './administration-audit';
import { createSetSpaces, type BulkPorts } from './administration-bulk';
import { createKeyFunctions, type KeyPorts } from './administration-keys';
import { createPolicyFunctions, type PolicyPorts } from './administration-policy';
import { createSpaceListFunctions, type SpaceListPorts } from './administration-spaces';
import { createShowStatus, type StatusPorts } from './administration-status';
import { createSendTestSearch, type TestSearchPorts } from './administration-test-search';
import { openWriteWindow } from '../keys/write-window';
import type { Administrator } from './administrator';
import type { Caller, CallerRights } from './caller';
import { createFindPages, type CallerPages } from './find-pages';

export type AdministrationPorts = KeyPorts &
  PolicyPorts &
  StatusPorts &
  SpaceListPorts &
  BulkPorts &
  TestSearchPorts &
  AuditPorts & {
    readonly audit: Pick<AuditLog, 'append'> & AuditReader;
    readonly rights: CallerRights;
    readonly pages: CallerPages;
  };

type AdminFunction<T> = (caller: Caller, payload: unknown) => Promise<T>;

export type AdministrationFunctions = {
  readonly getStatus: AdminFunction<AdminStatus>;
  readonly createKey: AdminFunction<CreatedKey>;
  readonly revokeKey: AdminFunction<AdminStatus>;
  readonly setPaused: AdminFunction<AdminStatus>;
  readonly setLimits: AdminFunction<AdminStatus>;
  readonly setPolicy: AdminFunction<AdminStatus>;
  readonly getAudit: AdminFunction<AuditAnswer>;
  readonly getAuditCsv: AdminFunction<AuditCsvAnswer>;
  readonly getActivity: AdminFunction<Activity>;
  readonly listSpaces: AdminFunction<AdminSpaces>;
  readonly listUnseenSpaces: AdminFunction<UnseenSpaces>;
  readonly describeSpaces: AdminFunction<DescribedSpaces>;
  readonly setSpaces: AdminFunction<SetSpacesAnswer>;
  readonly findPages: AdminFunction<FoundPages>;
  readonly sendTestSearch: AdminFunction<TestSearch>;
};

const NOT_ADMIN = { refused: 'not-confluence-admin' } as const;

/**
 * What the admin page can do. Whether the caller administers Confluence is asked of Confluence as that caller, before
 * anything else, on every call.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable} from every function
 */
export const createAdministration = (ports: AdministrationPorts): AdministrationFunctions => {
  const keys = createKeyFunctions(ports);
  const policy = createPolicyFunctions(ports);
  const audit = createAuditFunctions(ports);
  const show = createShowStatus(ports);
  const spaces = createSpaceListFunctions(ports);
  const setSpaces = createSetSpaces(ports);
  const findPages = createFindPages(ports.pages);
  const sendTestSearch = createSendTestSearch(ports);

  const forAdmins =
    <T>(run: (admin: Administrator, payload: unknown) => Promise<T>): AdminFunction<T | typeof NOT_ADMIN> =>
    async (caller, payload) => {
      const { accountId } = caller;
      const mayWrite = openWriteWindow(ports.now);
      if (accountId === undefined || !(await ports.rights.administersConfluence())) return NOT_ADMIN;
      return run({ ...caller, accountId, mayWrite }, payload);
    };

  return {
    getStatus: forAdmins(() => show()),
    createKey: forAdmins(keys.create),
    revokeKey: forAdmins(async (admin, payload) => show((await keys.revoke(admin, payload)).refused)),
    setPaused: forAdmins(async (admin, payload) => show((await policy.pause(admin, payload)).refused)),
    setLimits: forAdmins(async (admin, payload) => show((await policy.limit(admin, payload)).refused)),
    setPolicy: forAdmins(async (admin, payload) => show((await policy.rule(admin, payload)).refused)),
    getAudit: forAdmins((_, payload) => audit.read(payload)),
    getAuditCsv: forAdmins((_, payload) => audit.readCsv(payload)),
    getActivity: forAdmins(() => audit.readActivity()),
    listSpaces: forAdmins((_, payload) => spaces.list(payload)),
    listUnseenSpaces: forAdmins(() => spaces.listUnseen()),
    describeSpaces: forAdmins((_, payload) => spaces.describe(payload)),
    setSpaces: forAdmins(setSpaces),
    findPages: forAdmins((_, payload) => findPages(payload)),
    sendTestSearch: (caller, payload) => {
      // Before the rights are asked: that takes of the function's time too.
      const startedAtMs = ports.now();
      return forAdmins(() => sendTestSearch(payload, startedAtMs))(caller, payload);
    },
  };
};
