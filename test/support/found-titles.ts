import * as v from 'valibot';

import type { ApiAnswer } from './running-site';

const found = v.object({ results: v.array(v.object({ page: v.object({ title: v.string() }) })) });
const problem = v.object({ code: v.string() });

/** Titles of what a search found, best first; the code of a refusal in their place. */
export const foundTitles = ({ status, body }: ApiAnswer): readonly string[] | string =>
  status === 200 ? v.parse(found, body).results.map(({ page }) => page.title) : v.parse(problem, body).code;
