import { expect, it } from '@jest/globals';

import { SURFACE_STATES } from '../../dev/browser/surface-states';
import { findAxeViolations } from '../support/axe';
import { describeInBrowser } from '../support/describe-in-browser';
import { useRunningSite } from '../support/running-site';
import { useBrowser } from '../support/use-browser';

describeInBrowser('axe-core', () => {
  const { site } = useRunningSite();
  const { open } = useBrowser(() => site().url);

  it.each(SURFACE_STATES)('has nothing to object to in $name', async ({ path, as, locale, prepare, act }) => {
    await prepare(site());
    const page = await open(path, { as, ...(locale === undefined ? {} : { locale }) });
    await act(page);
    expect(await findAxeViolations(page)).toEqual([]);
  });
});
