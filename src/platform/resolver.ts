import Resolver from '@forge/resolver';
import type { AdministrationFunctions } from '../settings/administration';
import { parseCaller } from '../settings/parse-caller';
import type { SpaceAccessFunctions } from '../settings/space-access';
import type { SpaceSettingsFunctions } from '../settings/space-settings';

/** What Forge calls for a surface: the bridge's call, and who made it. */
export type ResolverHandler = ReturnType<Resolver['getDefinitions']>;

export const defineSpaceAccess = ({ get, set }: SpaceAccessFunctions): ResolverHandler =>
  new Resolver()
    .define('getSpaceAccess', ({ context }) => get(parseCaller(context)))
    .define('setSpaceAccess', ({ context, payload }) => set(parseCaller(context), payload))
    .getDefinitions();

export const defineSpaceSettings = ({ get, set, setExclusions }: SpaceSettingsFunctions): ResolverHandler =>
  new Resolver()
    .define('getSpaceAccess', ({ context }) => get(parseCaller(context)))
    .define('setSpaceAccess', ({ context, payload }) => set(parseCaller(context), payload))
    .define('setSpaceExclusions', ({ context, payload }) => setExclusions(parseCaller(context), payload))
    .getDefinitions();

export const defineAdministration = (functions: AdministrationFunctions): ResolverHandler => {
  const resolver = new Resolver();
  for (const [name, run] of Object.entries(functions)) {
    resolver.define(name, ({ context, payload }) => run(parseCaller(context), payload));
  }
  return resolver.getDefinitions();
};
