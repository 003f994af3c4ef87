import Resolver from '@forge/resolver';
import type { AdministrationFunctions } from '../settings/administration';
import { parseCaller } from '../settings/parse-caller';
import type { SpaceAccessFunctions } from '../settings/space-access';

/** What Forge calls for a surface: the bridge's call, and who made it. */
export type ResolverHandler = ReturnType<Resolver['getDefinitions']>;

export const defineSpaceAccess = ({ get, set }: SpaceAccessFunctions): ResolverHandler =>
  new Resolver()
    .define('getSpaceAccess', ({ context }) => get(parseCaller(context)))
    .define('setSpaceAccess', ({ context, payload }) => set(parseCaller(context), payload))
    .getDefinitions();

export const defineAdministration = (functions: AdministrationFunctions): ResolverHandler =>
  new Resolver()
    .define('getStatus', ({ context }) => functions.getStatus(parseCaller(context)))
    .define('createKey', ({ context }) => functions.createKey(parseCaller(context)))
    .define('setPaused', ({ context, payload }) => functions.setPaused(parseCaller(context), payload))
    .define('setLimits', ({ context, payload }) => functions.setLimits(parseCaller(context), payload))
    .getDefinitions();
