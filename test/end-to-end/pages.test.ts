import { describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { titlesIn } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';
import { say } from '../support/say';
import { press } from '../support/ui-kit-actions';
import { openUiKitPage, type UiKitPage } from '../support/ui-kit-host';

const content = contentFile([
  { space: 'ENG', title: 'Deploying', storage: '<p>How the zebra service is deployed.</p>' },
]);

const { search, send, invoke } = useRunningSite({ contentPaths: [content], open: 'none' });

/** A page of the app whose resolver is the real one, called as `admin` in the space ENG. */
const openPage = async (module: string): Promise<UiKitPage & { readonly answered: () => Promise<void> }> => {
  const calls: Promise<unknown>[] = [];
  const page = await openUiKitPage(`static/${module}/index.tsx`, (name, payload) => {
    const call = invoke('admin', module, name, { payload, space: 'ENG' });
    calls.push(call);
    return call;
  });
  const answered = async (): Promise<void> => {
    await Promise.all(calls);
    await page.settle();
  };
  await answered();
  return { ...page, answered };
};

describe.each(['space-settings', 'space-settings-macro'])('the toggle of %s', (module) => {
  it('opts the space in and out, for the very next search', async () => {
    const page = await openPage(module);
    expect(page.find('Toggle').props['isChecked']).toBe(false);
    await page.fire(page.find('Toggle'), 'onChange', { target: { checked: true } });
    await press(page, say('access.confirm'));
    await page.answered();
    expect(page.find('Toggle').props['isChecked']).toBe(true);
    expect(titlesIn(await search('zebra'))).toEqual(['Deploying']);
    await page.fire(page.find('Toggle'), 'onChange', { target: { checked: false } });
    await page.answered();
    expect((await search('zebra')).body).toMatchObject({ code: 'no_space_available' });
  });
});

describe('the admin page', () => {
  it('creates a key that signs, shows it, and pauses everything', async () => {
    const page = await openPage('admin');
    await press(page, say('admin.keyCreate'));
    await press(page, say('admin.createConfirm'));
    await page.answered();
    const shown = page.findAll('Textfield').map(({ props }) => String(props['value'] ?? props['defaultValue']));
    const secret = shown.find((value) => /^[A-Za-z0-9+/]{43}=$/.test(value)) ?? '';
    expect((await send({ operation: 'status' }, secret)).status).toBe(200);
    await press(page, say('admin.newDone'));
    await page.fire(page.find('Toggle'), 'onChange', { target: { checked: true } });
    await page.answered();
    expect((await send({ operation: 'status' }, secret)).body).toMatchObject({ paused: true });
    expect((await send({ operation: 'search', query: 'zebra' }, secret)).body).toMatchObject({ code: 'access_paused' });
  });
});
