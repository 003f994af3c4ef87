import Resolver from '@forge/resolver';
import { jest } from '@jest/globals';

/**
 * Which functions the app's own entries define for each module: read from what they tell the SDK, so that nothing can be
 * offered without being listed here.
 */
export const readResolverFunctions = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
  const defined = jest.spyOn(Resolver.prototype, 'define');
  const finished = jest.spyOn(Resolver.prototype, 'getDefinitions');
  const { admin, spaceSettings, spaceSettingsMacro } = await import('../../src/index');
  const functionsOf = (handler: unknown): readonly string[] => {
    const index = finished.mock.results.findIndex(({ value }) => value === handler);
    const resolver = finished.mock.contexts[index];
    return defined.mock.calls.flatMap(([name], call) => (defined.mock.contexts[call] === resolver ? [name] : []));
  };
  return {
    admin: functionsOf(admin),
    'space-settings': functionsOf(spaceSettings),
    'space-settings-macro': functionsOf(spaceSettingsMacro),
  };
};
