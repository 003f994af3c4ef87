import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { answerTo } from '../support/answer-to';
import { describeInBrowser } from '../support/describe-in-browser';
import { foundTitles } from '../support/found-titles';
import { useKeyboard } from '../support/keyboard';
import { useRunningSite } from '../support/running-site';
import { say } from '../support/say';
import { useBrowser } from '../support/use-browser';

const QUESTION = 'gateway migration';
const PAGE = 'API gateway migration: how we version routes';
const LABEL = 'versioning';

const TOGGLE = `checkbox "${say('access.toggleLabel')}"`;
const button = (name: string): string => `button "${name}"`;
const field = (name: string): string => `textbox "${name}"`;

const see = (page: Page, text: string): Promise<void> => page.getByText(text, { exact: true }).first().waitFor();
const dialogOf = async (page: Page, isThere: boolean): Promise<void> =>
  page.getByRole('dialog').waitFor({ state: isThere ? 'visible' : 'detached' });
const isInDialog = (page: Page): Promise<unknown> =>
  page.evaluate(`document.activeElement.closest('[role="dialog"]') !== null`);

describeInBrowser('without a mouse', () => {
  const { site, send, search } = useRunningSite();
  const { open } = useBrowser(() => site().url);
  const find = async (): Promise<readonly string[] | string> =>
    foundTitles(await search(QUESTION, { spaces: ['PLAT'] }));

  it('opens a space, excludes a label, and sees what Promptless sees', async () => {
    const page = await open('/wiki/spaces/PLAT/settings/apps/promptless', { as: 'owen-platform' });
    const { focused, goTo, goBackTo, press, type } = useKeyboard(page);
    await see(page, say('access.toggleLabel'));

    await goTo('link "Skip to content"');
    await goTo(TOGGLE);
    await press('Space');
    await dialogOf(page, true);
    expect(await isInDialog(page)).toBe(true);
    await press('Escape');
    await dialogOf(page, false);
    expect(await focused()).toBe(TOGGLE);
    expect(await find()).toBe('no_space_available');

    await press('Space');
    await dialogOf(page, true);
    // Around and around, and never out of the dialog.
    for (const name of [say('access.confirm'), say('access.cancel'), say('access.confirm')]) await goTo(button(name));
    expect(await isInDialog(page)).toBe(true);
    const opened = answerTo(page, 'setSpaceAccess');
    await press('Enter');
    await opened;
    await dialogOf(page, false);
    expect(await focused()).toBe(TOGGLE);
    await see(page, say('access.lozenge-open'));
    expect(await find()).toContain(PAGE);

    await goTo(field(say('exclusions.labelField')));
    const excluded = answerTo(page, 'setSpaceExclusions');
    await type(LABEL);
    // Before the first letter has come to the app, Enter does nothing.
    await page.getByRole('button', { name: say('exclusions.labelAdd'), disabled: false }).waitFor();
    await press('Enter');
    await excluded;
    expect(await focused()).toBe(field(say('exclusions.labelField')));
    expect(await find()).not.toContain(PAGE);

    await goTo(field(say('spaceSettings.previewLabel')));
    await type(QUESTION);
    await press('Enter');
    await see(page, say('spaceSettings.leftTitle'));
    expect(await page.getByText(say('spaceSettings.left-label', { label: LABEL })).isVisible()).toBe(true);
    expect(await focused()).toBe(field(say('spaceSettings.previewLabel')));

    const removal = `button "${say('exclusions.labelRemove', { label: LABEL })} ${LABEL}"`;
    await goBackTo(removal);
    const admitted = answerTo(page, 'setSpaceExclusions');
    await press('Enter');
    await admitted;
    await see(page, say('exclusions.labelsNone'));
    await press('Tab');
    expect(await focused()).toBe(field(say('exclusions.treeField')));
    expect(await find()).toContain(PAGE);
  });

  it('goes through the tabs, creates a key, copies its secret and revokes it', async () => {
    const page = await open('/wiki/admin/promptless');
    const { focused, goTo, press } = useKeyboard(page);
    await see(page, say('admin.keysTitle'));

    await goTo(`tab "${say('admin.tabConnection')}"`);
    for (const [tab, heading] of TABS) {
      await press('ArrowRight');
      expect(await focused()).toBe(`tab "${tab}"`);
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      expect(await page.getByRole('tabpanel', { name: tab }).isVisible()).toBe(true);
    }

    await goTo(button(say('admin.keyCreate')));
    await press('Enter');
    await dialogOf(page, true);
    expect(await isInDialog(page)).toBe(true);
    await press('Escape');
    await dialogOf(page, false);
    expect(await focused()).toBe(button(say('admin.keyCreate')));

    await press('Enter');
    await dialogOf(page, true);
    await goTo(`radio "${say('admin.createDays_other', { count: 365 })}"`);
    await press('ArrowDown');
    expect(await focused()).toBe(`radio "${say('admin.createDays_other', { count: 90 })}"`);
    await goTo(button(say('admin.createConfirm')));
    await press('Enter');
    await see(page, say('admin.newWarning'));
    expect(await focused()).toMatch(/^textbox "Secret of key [\da-f]{12}"$/);
    await press('Control+A');
    const secret = String(await page.evaluate('getSelection().toString()'));
    expect((await send({ operation: 'status' }, secret)).status).toBe(200);
    // A stray Escape must not lose it.
    await press('Escape');
    await goTo(button(say('admin.newDone')));
    await press('Enter');
    await dialogOf(page, false);
    await see(page, say('admin.keyTwoActive'));

    const [, latter = ''] = await page.getByRole('table').getByRole('code').allInnerTexts();
    await goTo(button(say('admin.keyRevoke', { id: latter })));
    await press('Enter');
    await dialogOf(page, true);
    expect(await isInDialog(page)).toBe(true);
    await goTo(button(say('admin.revokeConfirm')));
    const revoked = answerTo(page, 'revokeKey');
    await press('Enter');
    await revoked;
    await dialogOf(page, false);
    await page.getByText(latter).first().waitFor({ state: 'detached' });
    expect((await send({ operation: 'status' }, secret)).status).toBe(401);
    await goTo(button(say('admin.keyCreate')));
  });
});

/** In the order in which the arrow comes to them, with a heading of each: the last is the first again. */
const TABS = [
  [say('admin.tabSpaces'), say('admin.spacesTitle')],
  [say('admin.tabPolicy'), say('admin.openersTitle')],
  [say('admin.tabActivity'), say('admin.auditTitle')],
  [say('admin.tabConnection'), say('admin.keysTitle')],
] as const;
