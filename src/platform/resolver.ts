import Resolver from '@forge/resolver';
import type { AdministrationFunctions } from '../settings/administration';
import type { Caller } from '../settings/caller';
import { parseCaller } from '../settings/parse-caller';
import type { SpaceAccessFunctions } from '../settings/space-access';
import type { SpaceSettingsFunctions } from '../settings/space-settings';
import { answerUnavailable } from './answer-unavailable';
import { containDefect } from './contain-defect';

/** What Forge calls for a surface: the bridge's call, and who made it. */
export type ResolverHandler = ReturnType<Resolver['getDefinitions']>;

type ResolverFunctions = Readonly<Record<string, (caller: Caller, payload: unknown) => Promise<unknown>>>;

/** Offers each function by its own name; failures of the world are answers, defects are reported without their words. */
const define = (functions: ResolverFunctions): ResolverHandler => {
  const resolver = new Resolver();
  for (const [name, run] of Object.entries(functions)) {
    resolver.define(name, ({ context, payload }) =>
      containDefect(() => answerUnavailable(() => run(parseCaller(context), payload))),
    );
  }
  return resolver.getDefinitions();
};

export const defineSpaceAccess = ({ get, set }: SpaceAccessFunctions): ResolverHandler =>
  define({ getSpaceAccess: get, setSpaceAccess: set });

export const defineSpaceSettings = ({ get, set, setExclusions, ...others }: SpaceSettingsFunctions): ResolverHandler =>
  define({ getSpaceAccess: get, setSpaceAccess: set, setSpaceExclusions: setExclusions, ...others });

export const defineAdministration = (functions: AdministrationFunctions): ResolverHandler => define(functions);
