import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ContentError } from '../../../dev/content/content-error';
import { loadContent } from '../../../dev/content/load-content';

let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
};

const load = (...paths: readonly string[]) => loadContent(paths.map((path) => join(directory, path)));

const refusal = async (...paths: readonly string[]): Promise<string> => {
  const error: unknown = await load(...paths).catch((caught: unknown) => caught);
  if (!(error instanceof ContentError)) throw new Error('loaded without a ContentError');
  return error.message.replaceAll(`${directory}/`, '');
};

const linesOf = (...pages: readonly object[]): string => pages.map((page) => `${JSON.stringify(page)}\n`).join('');

const page = { title: 'Home', space: 'ENG', storage: '<p/>' };

describe('loadContent', () => {
  it('reads spaces with their members and pages of both kinds from a folder', async () => {
    await write({
      'site/README.md': '# About this content',
      'site/ENG/space.json': '{ "name": "Engineering", "admins": ["maya"], "optedIn": true, "alias": "eng" }',
      'site/ENG/errors.xhtml': '<p>Errors</p>',
      'site/ENG/errors.json': '{ "id": "7", "title": "API errors", "labels": ["api"], "updated": "2026-03-19" }',
      'site/ENG/Plain.xhtml': '<p>Plain</p>',
      'site/~alice/notes.md': '---\nid: 98\nversion: 3\nrestrictedTo: [alice]\n---\nMy *notes*',
    });
    expect(await load('site')).toEqual({
      spaces: [{ key: 'ENG', name: 'Engineering', admins: ['maya'], optedIn: true, alias: 'eng' }, { key: '~alice' }],
      pages: [
        { space: 'ENG', title: 'Plain', storage: '<p>Plain</p>' },
        {
          space: 'ENG',
          id: '7',
          title: 'API errors',
          labels: ['api'],
          updated: '2026-03-19T00:00:00.000Z',
          storage: '<p>Errors</p>',
        },
        {
          space: '~alice',
          id: '98',
          title: 'notes',
          version: 3,
          restrictedTo: ['alice'],
          storage: '<p>My <em>notes</em></p>',
        },
      ],
    });
  });

  it('makes pages in a folder named like a page its children', async () => {
    await write({
      'site/ENG/guide.md': '---\ntitle: The guide\n---\n',
      'site/ENG/guide/setup.md': '',
      'site/ENG/guide/setup/keys.md': '',
      'site/ENG/guide/group/grouped.md': '',
      'site/ENG/guide/own.md': '---\nparent: setup\n---\n',
      'site/ENG/loose/top.md': '',
    });
    const { pages } = await load('site');
    expect(pages.map(({ title, parent }) => [title, parent])).toEqual([
      ['The guide', undefined],
      ['own', 'setup'],
      ['setup', 'The guide'],
      ['grouped', 'The guide'],
      ['keys', 'setup'],
      ['top', undefined],
    ]);
  });

  it('reads a .jsonl file, whose spaces come into being as they are named', async () => {
    const markdown = { id: 'm', title: 'Marked', space: 'DOCS', markdown: '*Yes*', parent: 'Home', status: 'archived' };
    await write({ 'a.jsonl': `\uFEFF${linesOf(page)}\n${linesOf({ ...page, space: 'DOCS' }, markdown)}` });
    expect(await load('a.jsonl')).toEqual({
      spaces: [{ key: 'ENG' }, { key: 'DOCS' }],
      pages: [
        page,
        { ...page, space: 'DOCS' },
        { id: 'm', title: 'Marked', space: 'DOCS', parent: 'Home', status: 'archived', storage: '<p><em>Yes</em></p>' },
      ],
    });
  });

  it('follows relative links between the pages of one source', async () => {
    await write({
      'site/ENG/guide/one.md':
        '[two](../two.xhtml#Keys) [docs](../../DOCS/three.md) [none](four.md) [out](https://two.md)',
      'site/ENG/two.xhtml': '',
      'site/DOCS/three.md': '---\ntitle: Number three\n---\n',
      'a.jsonl': linesOf(
        { title: 'Five', space: 'X', path: 'docs/five.md', markdown: '[six](six.md)' },
        { title: 'Six', space: 'X', path: 'docs/six.md', markdown: '' },
      ),
    });
    const { pages } = await load('site', 'a.jsonl');
    expect(pages.find(({ title }) => title === 'one')?.storage).toBe(
      '<p><ac:link ac:anchor="Keys"><ri:page ri:content-title="two" /><ac:link-body>two</ac:link-body></ac:link> ' +
        '<ac:link><ri:page ri:space-key="DOCS" ri:content-title="Number three" /><ac:link-body>docs</ac:link-body></ac:link> ' +
        '<a href="four.md">none</a> <a href="https://two.md">out</a></p>',
    );
    expect(pages.find(({ title }) => title === 'Five')?.storage).toContain('ri:content-title="Six"');
  });

  it('merges a space that several sources name', async () => {
    await write({
      'one/ENG/space.json': '{ "name": "Engineering", "optedIn": true }',
      'one/ENG/a.md': '',
      'two/ENG/space.json': '{ "name": "Eng" }',
      'two/ENG/b.md': '',
      'c.jsonl': linesOf(page),
    });
    const { spaces, pages } = await load('one', 'two', 'c.jsonl');
    expect(spaces).toEqual([{ key: 'ENG', name: 'Eng', optedIn: true }]);
    expect(pages.map(({ title }) => title)).toEqual(['a', 'b', 'Home']);
  });

  it('lets blog posts, drafts and trashed pages repeat a title', async () => {
    const others = [{ type: 'blogpost' }, { status: 'draft' }, { status: 'trashed' }].map((each) => ({
      ...page,
      ...each,
    }));
    await write({ 'a.jsonl': linesOf(page, ...others) });
    expect((await load('a.jsonl')).pages).toHaveLength(4);
  });

  it('names the line and the wrong member of a .jsonl file', async () => {
    const cases: readonly (readonly [string, string])[] = [
      ['{ "title": ', 'a.jsonl:2: not JSON: Unexpected end of JSON input'],
      ['[]', 'a.jsonl:2: must be an object of named members'],
      ['{ "space": "ENG", "storage": "" }', 'a.jsonl:2: missing member "title"'],
      ['{ "title": "", "space": "ENG", "storage": "" }', 'a.jsonl:2: "title" must not be empty'],
      ['{ "title": "A", "space": "ENG", "storage": "", "lables": [] }', 'a.jsonl:2: unknown member "lables"'],
      ['{ "title": "A", "space": "ENG", "storage": "", "labels": [1] }', 'a.jsonl:2: "labels.0" must be text, not 1'],
      ['{ "title": "A", "space": "ENG", "storage": "", "status": "gone" }', 'a.jsonl:2: "status" must be "current", '],
      [
        '{ "title": "A", "space": "ENG", "storage": "", "updated": "yesterday" }',
        'a.jsonl:2: "updated" must be an RFC',
      ],
      ['{ "title": "A", "space": "ENG" }', 'a.jsonl:2: a page has exactly one of the members "storage" and "markdown"'],
      [
        '{ "title": "Home", "space": "ENG", "storage": "" }',
        'a.jsonl:2: the title "Home" in the space ENG is taken by a.jsonl:1',
      ],
      [
        '{ "title": "A", "space": "ENG", "storage": "", "parent": "B" }',
        'a.jsonl:2: the parent "B" is no page of the space ENG',
      ],
      ['{ "title": "A", "space": "ENG", "storage": "", "parent": "A" }', 'a.jsonl:2: the page stands below itself'],
    ];
    for (const [line, problem] of cases) {
      await write({ 'a.jsonl': `${linesOf(page)}${line}\n` });
      expect(await refusal('a.jsonl')).toContain(problem);
    }
  });

  it('names both places when an id is given twice', async () => {
    await write({ 'a.jsonl': linesOf({ ...page, id: '5' }), 'site/HR/b.md': '---\nid: 5\n---\n' });
    expect(await refusal('a.jsonl', 'site')).toBe('site/HR/b.md: the id "5" is taken by a.jsonl:1');
  });

  it('names the line of the wrong member in front matter and in .json files', async () => {
    await write({ 'site/ENG/a.md': '---\ntitle: A\nlabels: api\n---\n' });
    expect(await refusal('site')).toBe('site/ENG/a.md:3: "labels" must be a list of texts, not "api"');
    await write({ 'site/ENG/a.md': '---\ntitle: A\nlabels: [\n---\n' });
    expect(await refusal('site')).toMatch(/^site\/ENG\/a\.md:[34]: not YAML: /);
    await write({ 'site/ENG/a.md': '---\ntitle: A\n' });
    expect(await refusal('site')).toBe('site/ENG/a.md:1: front matter is not closed by a line "---"');
    await write({
      'site/ENG/a.md': '',
      'site/ENG/b.xhtml': '',
      'site/ENG/b.json': '{\n  "title": "B",\n  "owner": "x"\n}',
    });
    expect(await refusal('site')).toBe('site/ENG/b.json:3: unknown member "owner"');
    await write({ 'site/ENG/b.json': '{\n  "title": "B",\n}' });
    expect(await refusal('site')).toContain('site/ENG/b.json:3: not JSON: ');
    await write({ 'site/ENG/b.json': '{}', 'site/ENG/space.json': '{\n"optedIn": "yes" }' });
    expect(await refusal('site')).toBe('site/ENG/space.json:2: "optedIn" must be true or false, not "yes"');
  });

  it('refuses files that belong to no page', async () => {
    await write({ 'one/a.md': '', 'two/ENG/a.html': '', 'three/ENG/a.json': '{}', 'd.csv': '' });
    expect(await refusal('one')).toContain('one/a.md: stands outside a space');
    expect(await refusal('two')).toContain('two/ENG/a.html: is not a page');
    expect(await refusal('three')).toBe('three/ENG/a.json: has no *.xhtml of the same name beside it');
    expect(await refusal('d.csv')).toBe('d.csv: is neither a folder nor a .jsonl file');
    expect(await refusal('nowhere')).toBe('nowhere: does not exist');
  });

  it('refuses bytes that are not UTF-8', async () => {
    await writeFile(join(directory, 'a.jsonl'), Buffer.from([0x7b, 0xff]));
    expect(await refusal('a.jsonl')).toBe('a.jsonl: is not UTF-8');
  });
});
