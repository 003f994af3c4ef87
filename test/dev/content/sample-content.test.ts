import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../../../dev/content/load-content';
import { sampleContentDirectory } from '../../../dev/content/sample-content';
import type { PageSource, SiteContent } from '../../../dev/content/site-content';
import { findXmlFault } from '../../support/find-xml-fault';

let site: SiteContent = { spaces: [], pages: [] };

beforeAll(async () => {
  site = await loadContent([sampleContentDirectory]);
});

const isCurrent = ({ status }: PageSource): boolean => status === undefined || status === 'current';

const isRestricted = (page: PageSource): boolean => {
  const parent = site.pages.find(
    ({ id, title, space }) => space === page.space && (id === page.parent || title === page.parent),
  );
  return page.restrictedTo !== undefined || (page.parent !== undefined && parent !== undefined && isRestricted(parent));
};

const isOpen = (page: PageSource): boolean =>
  isCurrent(page) &&
  !isRestricted(page) &&
  site.spaces.some(({ key, optedIn }) => key === page.space && optedIn === true);

const pageLinks = ({ storage, space }: PageSource) =>
  [...storage.matchAll(/<ri:page((?: [\w:-]+="[^"]*")*)/g)].map(([, attributes = '']) => ({
    space: /ri:space-key="([^"]*)"/.exec(attributes)?.[1] ?? space,
    title: (/ri:content-title="([^"]*)"/.exec(attributes)?.[1] ?? '').replaceAll('&amp;', '&'),
  }));

describe('sample content', () => {
  it('is well-formed storage format on every page', () => {
    const faults = site.pages.flatMap(({ title, storage }) => findXmlFault(storage)?.concat(` on ${title}`) ?? []);
    expect(faults).toEqual([]);
  });

  it('has no id and, in a space, no title twice', () => {
    const ids = site.pages.flatMap(({ id }) => id ?? []);
    const titles = site.pages.map(({ space, title }) => `${space}/${title}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(titles).size).toBe(titles.length);
    expect(ids.filter((id) => !/^\d+$/.test(id))).toEqual([]);
  });

  it('links only to pages that are there', () => {
    const links = site.pages.flatMap(pageLinks);
    const dead = links.filter(
      (link) => !site.pages.some(({ space, title }) => space === link.space && title === link.title),
    );
    expect(links.length).toBeGreaterThan(60);
    expect(dead).toEqual([]);
  });

  it('has at least sixty current pages', () => {
    expect(site.pages.filter(isCurrent).length).toBeGreaterThanOrEqual(60);
  });

  it('opens exactly ENG, DOCS and ADR', () => {
    const open = site.spaces.filter(({ optedIn }) => optedIn === true).map(({ key }) => key);
    expect(open.sort()).toEqual(['ADR', 'DOCS', 'ENG']);
    expect(site.spaces).toHaveLength(7);
  });

  it('gives every space administrators of its own', () => {
    const admins = site.spaces.flatMap((space) => space.admins ?? []);
    expect(site.spaces.filter((space) => (space.admins ?? []).length === 0)).toEqual([]);
    expect(new Set(admins).size).toBe(admins.length);
  });

  it('seals every page that must not be found, and no other', () => {
    const wrong = site.pages.filter((page) => {
      const sealed = page.storage.includes('SEALED-');
      return page.status === 'archived' ? sealed : sealed === isOpen(page);
    });
    expect(wrong.map(({ title }) => title)).toEqual([]);
    expect(site.pages.filter(isOpen).length).toBeGreaterThanOrEqual(60);
  });

  it('holds pages of every state and kind', () => {
    const states = new Set(site.pages.map(({ status }) => status ?? 'current'));
    expect(states).toEqual(new Set(['current', 'archived', 'draft', 'trashed']));
    expect(site.pages.filter(({ type }) => type === 'blogpost').length).toBeGreaterThanOrEqual(3);
    expect(site.pages.filter(({ restrictedTo }) => restrictedTo !== undefined).length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    'ac:name="code"',
    'ac:name="language"',
    'ac:name="info"',
    'ac:name="note"',
    'ac:name="tip"',
    'ac:name="warning"',
    'ac:name="expand"',
    'ac:name="status"',
    'ac:name="toc"',
    'ac:name="children"',
    'ac:name="jira"',
    'ac:name="excerpt"',
    'ac:name="details"',
    'ac:name="noformat"',
    'ac:name="panel"',
    'ac:name="drawio"',
    '<ac:task-list>',
    '<ac:layout>',
    '<ac:image',
    '<ac:adf-extension>',
    '<ac:adf-fallback>',
    '<ac:emoticon',
    '<ac:placeholder>',
    '<ac:inline-comment-marker',
    '<time datetime=',
    '<ri:user',
    '<ri:attachment',
    'rowspan="2"',
    'colspan="3"',
    '&nbsp;',
  ])('shows %s on an open page', (construct) => {
    expect(site.pages.filter(isOpen).some(({ storage }) => storage.includes(construct))).toBe(true);
  });

  it('has an open page for every question of its README', async () => {
    const readme = await readFile(join(sampleContentDirectory, 'README.md'), 'utf8');
    const rows = (readme.split('## Questions with one right page')[1] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const answers = rows.slice(2).map((row) => row.split('|').map((cell) => cell.trim()));
    const missing = answers.filter(
      ([, , space, title]) => !site.pages.some((page) => page.space === space && page.title === title && isOpen(page)),
    );
    expect(answers.length).toBeGreaterThanOrEqual(14);
    expect(missing).toEqual([]);
  });
});
