import { describe, expect, it } from '@jest/globals';
import { parseStorage } from '../../src/excerpts/parse-storage';
import { pageMarkdown } from './page-markdown';

const lines = (...all: readonly string[]): string => all.join('\n');

describe('parseStorage', () => {
  describe('running text', () => {
    it.each([
      ['emphasis', '<p>A <strong>b</strong> <em>c</em> <s>d</s> <u>e</u></p>', 'A **b** *c* ~~d~~ e'],
      ['white space at the edge of an emphasis', '<p>A<strong> b </strong>c</p>', 'A **b** c'],
      ['neighbouring emphases', '<p><strong>a</strong><strong>b</strong></p>', '**ab**'],
      ['an emphasis inside itself', '<p><strong>a <b>b</b></strong></p>', '**a b**'],
      ['an emphasis that could not end', '<p><strong>Note:</strong>text</p>', 'Note:text'],
      ['an emphasis that could not begin', '<p>text<strong>(a)</strong></p>', 'text(a)'],
      ['an empty emphasis', '<p>a<strong> </strong>b</p>', 'a b'],
      ['code', '<p>Set <code>HTTP_TIMEOUT</code> and <code>a`b</code></p>', 'Set `HTTP_TIMEOUT` and ``a`b``'],
      ['code that holds a link', '<p><code><a href="https://x.io">x</a></code></p>', '[x](https://x.io)'],
      ['entities', '<p>a&nbsp;b &rsquo;c&#8230; &lt;d&gt; &amp;amp;</p>', 'a b ’c… \\<d> \\&amp;'],
      ['line breaks', '<p>a<br/>b<br />- c<br/></p>', lines('a\\', 'b\\', '\\- c')],
      ['a power', '<p>10<sup>6</sup> H<sub>2</sub>O</p>', '10^6 H2O'],
      [
        'a formula',
        '<p><math><semantics><mi>E</mi><annotation encoding="application/x-tex">E_k</annotation></semantics></math></p>',
        '$E_k$',
      ],
      ['what only draws', '<p>a<span aria-hidden="true">b</span></p>', 'a'],
      ['a date', '<p>Due <time datetime="2026-03-19" />.</p>', 'Due 2026-03-19.'],
      ['text outside of any element', 'loose <b>text</b>', 'loose **text**'],
      [
        'comments and inline comment markers',
        '<p>a<!-- x --><ac:inline-comment-marker ac:ref="1">b</ac:inline-comment-marker></p>',
        'ab',
      ],
      [
        'an inline comment marker within a word',
        '<p>a <ac:inline-comment-marker ac:ref="1"><strong>b</strong> c</ac:inline-comment-marker>d</p>',
        'a **b** cd',
      ],
      ['characters that nobody sees', '<p>in&shy;visi\u200bble &#8203;a</p>', 'invisible a'],
      ['a placeholder', '<p>a<ac:placeholder>Type here</ac:placeholder></p>', 'a'],
      [
        'an emoji',
        '<p><ac:emoticon ac:name="blue-star" ac:emoji-shortname=":rocket:" ac:emoji-fallback="🚀" /></p>',
        '🚀',
      ],
      [
        'an emoticon whose fallback is no character',
        '<p><ac:emoticon ac:name="tick" ac:emoji-shortname=":check_mark:" ac:emoji-fallback=":check_mark:" /></p>',
        '✅',
      ],
      ['an emoji of the site', '<p><ac:emoticon ac:name="x" ac:emoji-shortname=":parrot:" /></p>', ':parrot:'],
      ['a named emoticon', '<p><ac:emoticon ac:name="tick" /> done</p>', '✅ done'],
    ])('writes %s', (_construct, storage, markdown) => {
      expect(pageMarkdown(storage)).toBe(markdown);
    });
  });

  describe('characters that Markdown would read as markup', () => {
    it.each([
      ['<p># no heading</p>', '\\# no heading'],
      ['<p>- no item</p>', '\\- no item'],
      ['<p>1. no item</p>', '1\\. no item'],
      ['<p>&gt; no quote</p>', '\\> no quote'],
      ['<p>*a* _b_ `c` ~~d~~</p>', '\\*a\\* \\_b\\_ \\`c\\` \\~~d\\~~'],
      ['<p>[a](b) ![c](d)</p>', '[a\\](b) ![c\\](d)'],
      ['<p>[x] no task</p>', '\\[x] no task'],
      ['<p>Wow!<a href="https://x.io">x</a></p>', 'Wow\\![x](https://x.io)'],
      ['<p>&lt;<span>name</span>&gt;</p>', '\\<name>'],
      ['<p>&amp;<span>lt;</span></p>', '\\&lt;'],
      ['<p>~<span>~a~</span>~</p>', '\\~~a\\~~'],
      ['<p><span>1</span>. no item</p>', '1\\. no item'],
      ['<p>a<br/><span>1</span>) no item</p>', 'a\\\n1\\) no item'],
      ['<p><a href="https://x.io">a] `b` \\</a></p>', '[a\\] \\`b\\` \\\\](https://x.io)'],
      ['<p><a href="https://x.io/`">a</a></p>', '[a](https://x.io/%60)'],
      ['<p><img src="a" alt="C:\\ ` [b]" /></p>', '![C:\\ \\` \\[b\\]](a)'],
      ['<p><img src="a" alt="C:\\" /></p>', '![C:\\\\](a)'],
    ])('escapes %s', (storage, markdown) => {
      expect(pageMarkdown(storage)).toBe(markdown);
    });

    it.each(['HTTP_TIMEOUT and a_b', 'a * b = c', 'array[0]', '5 < 6 & 7', '$100 (about ~90)', 'C:\\Users'])(
      'leaves %j as it is',
      (text) => {
        expect(pageMarkdown(`<p>${text.replace('&', '&amp;').replace('<', '&lt;')}</p>`)).toBe(text);
      },
    );
  });

  describe('links', () => {
    const page = '<ri:page ri:content-title="Getting Started" />';
    it.each([
      ['an address', '<a href="https://x.io/a?b=1&amp;c=2">x</a>', '[x](https://x.io/a?b=1&c=2)'],
      ['an address as its own text', '<a href="https://x.io">https://x.io</a>', '<https://x.io>'],
      ['an address with parentheses', '<a href="https://x.io/a_(b)">x</a>', '[x](https://x.io/a_%28b%29)'],
      ['brackets in its text', '<a href="https://x.io">a] b</a>', '[a\\] b](https://x.io)'],
      ['a script', '<a href="javascript:alert(1)">x</a>', 'x'],
      ['a disguised script', '<a href="&#1; java&#10;script:alert(1)">x</a>', 'x'],
      ['data', '<a href="data:text/html,x">x</a>', 'x'],
      ['an app', '<a href="slack://channel?id=1">x</a>', '[x](slack://channel?id=1)'],
      ['a broken address', '<a href="(https://x.io)">x</a>', '[x](%28https://x.io%29)'],
      ['a page by its title', `<ac:link>${page}</ac:link>`, 'Getting Started'],
      [
        'a page with the same text',
        `<ac:link>${page}<ac:link-body>getting started</ac:link-body></ac:link>`,
        'getting started',
      ],
      [
        'a page with a text',
        `<ac:link>${page}<ac:link-body>the <b>guide</b></ac:link-body></ac:link>`,
        'the **guide** (page: Getting Started)',
      ],
      [
        'a page in another space',
        '<ac:link><ri:page ri:space-key="ENG" ri:content-title="A" /><ac:plain-text-link-body><![CDATA[b]]></ac:plain-text-link-body></ac:link>',
        'b (page: A, space ENG)',
      ],
      ['a section of a page', `<ac:link ac:anchor="Setup">${page}</ac:link>`, 'Getting Started#Setup'],
      [
        'a section of this page',
        '<ac:link ac:anchor="Set up"><ac:link-body>below</ac:link-body></ac:link>',
        '[below](#Set-up)',
      ],
      [
        'an attachment',
        '<ac:link><ri:attachment ri:filename="spec.pdf" /><ac:link-body>Spec</ac:link-body></ac:link>',
        'Spec (attachment: spec.pdf)',
      ],
      [
        'a person, without the account id',
        '<ac:link><ri:user ri:account-id="5b10a2844c20165700ede21g" /></ac:link>',
        '@user',
      ],
      ['a person of a server, without the key', '<ac:link><ri:user ri:userkey="8a7f808f3e7a" /></ac:link>', '@user'],
      [
        'a page as a card',
        `<ac:link ac:card-appearance="inline">${page}<ac:link-body>Getting Started</ac:link-body></ac:link>`,
        'Getting Started',
      ],
      ['a card without text', '<a href="https://x.io/b" data-card-appearance="block"></a>', '<https://x.io/b>'],
      [
        'a shortcut',
        '<ac:link><ri:shortcut ri:key="jira" ri:parameter="ENG-1" /><ac:plain-text-link-body><![CDATA[b]]></ac:plain-text-link-body></ac:link>',
        'b (shortcut: jira: ENG-1)',
      ],
      [
        'a blog post',
        '<ac:link><ri:blog-post ri:content-title="News" ri:posting-day="2026/01/02" /></ac:link>',
        'News',
      ],
      ['an address as a resource', '<ac:link><ri:url ri:value="https://x.io" /></ac:link>', '<https://x.io>'],
      ['a space', '<ac:link><ri:space ri:space-key="ENG" /></ac:link>', 'ENG'],
      ['a card', '<a href="https://x.io/b" data-card-appearance="inline">https://x.io/b</a>', '<https://x.io/b>'],
    ])('writes a link to %s', (_construct, storage, markdown) => {
      expect(pageMarkdown(`<p>${storage}</p>`)).toBe(markdown);
    });

    it.each([
      [
        'an attachment',
        '<ac:image ac:alt="Flow"><ri:attachment ri:filename="a b.png" /></ac:image>',
        '![Flow](a%20b.png)',
      ],
      ['an address', '<ac:image><ri:url ri:value="https://x.io/a.png" /></ac:image>', '![](https://x.io/a.png)'],
      [
        'a caption',
        '<ac:image><ri:attachment ri:filename="a.png" /><ac:caption><p>The <em>flow</em></p></ac:caption></ac:image>',
        '![The flow](a.png)',
      ],
      [
        'a caption in plain text',
        '<ac:image><ri:attachment ri:filename="a.png" /><ac:caption><ac:plain-text-body><![CDATA[The flow]]></ac:plain-text-body></ac:caption></ac:image>',
        '![The flow](a.png)',
      ],
      ['a title', '<ac:image ac:title="Flow"><ri:attachment ri:filename="a.png" /></ac:image>', '![Flow](a.png)'],
      ['an HTML source', '<img src="https://x.io/a.png" alt="Flow" />', '![Flow](https://x.io/a.png)'],
      ['data inside', '<img src="data:image/png;base64,AAAA" alt="Flow" />', '![Flow]()'],
      [
        'both texts',
        '<ac:image ac:alt="x"><ri:attachment ri:filename="a.png" /><ac:caption><p>y</p></ac:caption></ac:image>',
        '![x](a.png) y',
      ],
    ])('writes an image with %s', (_construct, storage, markdown) => {
      expect(pageMarkdown(`<p>${storage}</p>`)).toBe(markdown);
    });
  });

  describe('headings', () => {
    const page = parseStorage(
      '<h1>A</h1><p>a</p><h2>B c</h2><p>b</p><h2>B c</h2><ul><li>c</li></ul><h1>D</h1><p>d</p>',
    );

    it('lists them', () => {
      expect(page.outline).toEqual([
        { level: 1, text: 'A' },
        { level: 2, text: 'B c' },
        { level: 2, text: 'B c' },
        { level: 1, text: 'D' },
      ]);
    });

    it('writes each on a single line, with all of its signs', () => {
      expect(pageMarkdown('<h2>a<br/>b <strong>c</strong></h2><h3>F #</h3><h4>C#</h4>')).toBe(
        lines('## a b **c**', '', '### F \\#', '', '#### C#'),
      );
    });

    it('says for each block which it stands under', () => {
      const paths = page.blocks.map(({ text, headingPath }) => [text, ...headingPath]);
      expect(paths).toEqual([
        ['A'],
        ['a', 'A'],
        ['B c', 'A'],
        ['b', 'A', 'B c'],
        ['B c', 'A'],
        ['c', 'A', 'B c'],
        ['D'],
        ['d', 'D'],
      ]);
    });

    it('gives the fragment of the nearest one, counting repetitions', () => {
      expect(page.blocks.map(({ anchor }) => anchor)).toEqual(['A', 'A', 'B-c', 'B-c', 'B-c.1', 'B-c.1', 'D', 'D']);
    });

    it('has no anchor above the first one', () => {
      expect(parseStorage('<p>a</p>').blocks[0]).not.toHaveProperty('anchor');
    });
  });

  describe('lists', () => {
    it.each([
      ['bullets', '<ul><li>a</li><li><p>b</p></li></ul>', lines('- a', '- b')],
      ['numbers', '<ol start="3"><li>a</li><li>b</li></ol>', lines('3. a', '4. b')],
      ['nesting', '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>', lines('1. a', '   - b', '2. c')],
      [
        'nested tasks',
        '<ac:task-list><ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body>a</ac:task-body></ac:task><ac:task-list><ac:task><ac:task-status>complete</ac:task-status><ac:task-body>b</ac:task-body></ac:task></ac:task-list></ac:task-list>',
        lines('- [ ] a', '  - [x] b'),
      ],
      ['nesting as older editors left it', '<ul><li>a</li><ul><li>b</li></ul></ul>', lines('- a', '  - b')],
      ['several blocks in an item', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', lines('- a', '', '  b', '- c')],
      [
        'code in an item',
        '<ul><li>a<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[x\n\ny]]></ac:plain-text-body></ac:structured-macro></li></ul>',
        lines('- a', '', '  ```', '  x', '', '  y', '  ```'),
      ],
      [
        'tasks',
        '<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>a</ac:task-body></ac:task><ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body><span>b</span></ac:task-body></ac:task></ac:task-list>',
        lines('- [x] a', '- [ ] b'),
      ],
    ])('writes %s', (_construct, storage, markdown) => {
      expect(pageMarkdown(storage)).toBe(markdown);
    });

    it('makes each item a block that stands alone', () => {
      const { blocks } = parseStorage('<ol><li>a<ul><li>b</li></ul></li></ol>');
      expect(blocks.map(({ kind, markdown }) => [kind, markdown])).toEqual([
        ['list-item', '1. a'],
        ['list-item', '- b'],
      ]);
    });
  });

  describe('quotes and layouts', () => {
    it.each([
      ['a quote', '<blockquote><p>a</p><p>b</p></blockquote>', lines('> a', '>', '> b')],
      ['a quote in a list', '<ul><li><blockquote>a</blockquote></li></ul>', '- > a'],
      [
        'a layout',
        '<ac:layout><ac:layout-section><ac:layout-cell><p>a</p></ac:layout-cell><ac:layout-cell>b</ac:layout-cell></ac:layout-section></ac:layout>',
        lines('a', '', 'b'),
      ],
      ['preformatted text with breaks', '<pre>a<br/>  b</pre>', lines('```', 'a', '  b', '```')],
      ['preformatted text', '<pre>a\n  b</pre>', lines('```', 'a', '  b', '```')],
      ['a definition list', '<dl><dt>a</dt><dd>b</dd></dl>', lines('**a**', '', 'b')],
    ])('writes %s', (_construct, storage, markdown) => {
      expect(pageMarkdown(storage)).toBe(markdown);
    });
  });

  describe('damaged markup', () => {
    it.each([
      ['an end that is missing', '<p>a <strong>b', 'a **b**'],
      ['an end without a beginning', '<p>a</div></p><p>b</p>', lines('a', '', 'b')],
      ['a tag cut short', '<p>a</p><p class="b', 'a'],
      [
        'CDATA cut short',
        '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[x < y',
        lines('```', 'x < y', '```'),
      ],
    ])('keeps what can be read of %s and says so', (_damage, storage, markdown) => {
      expect(pageMarkdown(storage)).toBe(markdown);
      expect(parseStorage(storage).complete).toBe(false);
    });

    it('is complete when tags match', () => {
      expect(parseStorage('<p>a<br/></p><![CDATA[ < ]]>').complete).toBe(true);
    });

    it('has no blocks for an empty page', () => {
      expect(parseStorage('<p> &nbsp;</p>')).toEqual({ blocks: [], outline: [], complete: true });
    });
  });
});
