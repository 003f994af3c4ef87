import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import * as v from 'valibot';

const results = v.object({
  violations: v.array(
    v.object({
      id: v.string(),
      help: v.string(),
      nodes: v.array(v.object({ html: v.string(), failureSummary: v.optional(v.string()) })),
    }),
  ),
});

/** Only what it objects to: the account of all that passed is large, and takes longer to hand over than to find. */
const RUN = `axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))`;

const source = (): string => readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A colour on its way from one to another is neither; what goes on for ever, such as a spinner, is left alone. */
const FINISH_ANIMATIONS = `
  for (const animation of document.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
`;

/**
 * What axe-core objects to on a page, one readable line for each element: best practices count as well. What the app
 * draws is in the page itself; its frame holds code and nothing to see, and is left out.
 */
export const findAxeViolations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(source());
  await page.evaluate(FINISH_ANIMATIONS);
  const found: unknown = await page.evaluate(RUN);
  return v
    .parse(results, found)
    .violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
    );
};
