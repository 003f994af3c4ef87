import fc from 'fast-check';
import { exclusionsSchema, type Exclusions } from '../../src/fence/exclusions';
import * as v from 'valibot';

const labels = fc.oneof(
  fc.constantFrom('secret', 'Draft', 'GEHEIM', 'r\u00e9sum\u00e9', 're\u0301sume\u0301', 'a=b', '-', 'labels=x'),
  fc.stringMatching(/^[a-z0-9_=!-]{1,12}$/),
);
const pageIds = fc.stringMatching(/^[1-9][0-9]{0,9}$/);

/** Exclusions as the app takes them from outside. */
export const exclusions: fc.Arbitrary<Exclusions> = fc
  .record({
    labels: fc.array(labels, { maxLength: 4 }),
    trees: fc.array(pageIds, { maxLength: 4 }),
    blogPosts: fc.boolean(),
  })
  .map((value) => v.parse(exclusionsSchema, value));
