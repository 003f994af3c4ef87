import * as v from 'valibot';

const text = v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'));

const flag = v.boolean('must be true or false');

/** `space.json`: everything about a space but its key, which is the name of its folder. */
export const spaceMembersSchema = v.strictObject(
  {
    id: v.exactOptional(
      v.union(
        [text, v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(String))],
        'must be text or a whole number up to 2^53',
      ),
    ),
    name: v.exactOptional(text),
    type: v.exactOptional(
      v.picklist(
        ['global', 'personal', 'collaboration', 'knowledge_base'],
        'must be "global", "personal", "collaboration" or "knowledge_base"',
      ),
    ),
    status: v.exactOptional(v.picklist(['current', 'archived'], 'must be "current" or "archived"')),
    alias: v.exactOptional(text),
    admins: v.exactOptional(v.array(text, 'must be a list of texts')),
    description: v.exactOptional(v.string('must be text')),
    optedIn: v.exactOptional(flag),
    blocked: v.exactOptional(flag),
  },
  'must be an object of named members',
);
