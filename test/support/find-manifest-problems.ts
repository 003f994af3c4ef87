import {
  ModulesValidator,
  PermissionsValidator,
  ResourcesValidator,
  SchemaValidator,
  type ManifestObject,
  type ManifestSchema,
} from '@forge/manifest';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';

const withModules = v.object({ modules: v.record(v.string(), v.unknown()) });
const schemaShape = v.looseObject({
  definitions: v.looseObject({ ModuleSchema: v.looseObject({ properties: v.record(v.string(), v.unknown()) }) }),
});

/**
 * What Forge's own validators say of a manifest: its shape, its modules, resources and permissions.
 * `npm run lint:forge` runs them all, and on the whole schema.
 */
export const findManifestProblems = async (text: string): Promise<readonly string[]> => {
  const yamlContent: unknown = parse(text);
  const read: ManifestObject<ManifestSchema> = {
    filePath: 'manifest.yml',
    yamlContent,
    yamlContentByLine: text.split('\n'),
  };
  const kinds = Object.keys(v.parse(withModules, yamlContent).modules);
  const shape = await new SchemaValidator<ManifestSchema>(keepModules(kinds)).validate(read);
  const validators = [new ModulesValidator(), new ResourcesValidator(), new PermissionsValidator()];
  const results = await Promise.all(validators.map((validator) => validator.validate(shape.manifestObject)));
  return [shape, ...results].flatMap(({ errors = [] }) => errors.map(({ message }) => message));
};

/** The schema without the kinds of module that are not used: the whole one takes five seconds to compile. */
const keepModules = (kinds: readonly string[]): object => {
  const file = require.resolve('@forge/manifest/schema.json');
  const schema = v.parse(schemaShape, JSON.parse(readFileSync(file, 'utf8')));
  const { ModuleSchema } = schema.definitions;
  const properties = Object.fromEntries(
    Object.entries(ModuleSchema.properties).filter(([kind]) => kinds.includes(kind)),
  );
  return { ...schema, definitions: { ...schema.definitions, ModuleSchema: { ...ModuleSchema, properties } } };
};
