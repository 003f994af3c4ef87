import fc from 'fast-check';

/** Stands where a word comes that the page has once, numbered in the page's order. */
const ONCE = '\u0001';
/** Stands where a word comes that an excerpt may show again: heads of tables, titles of panels, cells that span others. */
const AGAIN = '\u0002';

const WORDS = [
  ...['keys', 'rotate', 'rotating', 'HTTP_TIMEOUT', 'v1/orders', 'C#', 'e.g.', 'Dr.', 'the', 'of', 'nothing', 'else'],
  ...[
    'café',
    'cafe\u0301',
    'n\u0303\u0303a',
    'ключ',
    'مفاتيح',
    'التدوير',
    'कुंजी',
    '鍵を回転させる',
    '密钥轮换。',
    'หมุนคีย์ทุกเดือน',
  ],
  ...[
    '🚀',
    '👩‍💻',
    '🇨🇭',
    '**',
    '_',
    '`',
    '[x]',
    '(y)',
    '|',
    '\\',
    '#',
    '-',
    '1.',
    '&lt;b&gt;',
    '&amp;',
    'a*b*c',
    '~~~',
    '!',
  ],
  ...['Supercalifragilisticexpialidocious'.repeat(2)],
];

const word = fc.constantFrom(...WORDS);
const words = (maxLength: number) => fc.array(word, { minLength: 1, maxLength }).map((list) => list.join(' '));
const sentence = words(12).map((text) => `${ONCE} ${text}. `);
const between = (open: string, close: string) => (inner: string) => `${open}${inner}${close}`;

const macro =
  (name: string, parameters: string) =>
  (body: string): string =>
    `<ac:structured-macro ac:name="${name}">${parameters}${body}</ac:structured-macro>`;
const richText = between('<ac:rich-text-body>', '</ac:rich-text-body>');
const title = `<ac:parameter ac:name="title">${AGAIN} keys</ac:parameter>`;

const inline: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: sentence },
  ...['strong', 'em', 'u', 'del', 'code', 'sub', 'span'].map((tag) => sentence.map(between(`<${tag}>`, `</${tag}>`))),
  sentence.map(between('<strong><em>', '</em></strong>')),
  sentence.map(between('<a href="https://host.example/path(1)?q=unseen">', '</a>')),
  sentence.map((text) => `<ac:link><ri:page ri:content-title="unseen"/><ac:link-body>${text}</ac:link-body></ac:link>`),
  sentence.map((text) => macro('status', `<ac:parameter ac:name="title">${text}</ac:parameter>`)('')),
  fc.constantFrom(
    '<br/>',
    '<time datetime="2026-01-02"/>',
    '<ac:image><ri:attachment ri:filename="unseen.png"/></ac:image>',
  ),
);
const running = fc.array(inline, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));
const longRunning = fc.array(sentence, { minLength: 10, maxLength: 60 }).map((parts) => parts.join(''));

const paragraph = fc.oneof({ weight: 3, arbitrary: running }, longRunning).map(between('<p>', '</p>'));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), words(3))
  .map(([level, text]) => `<h${level}>${ONCE} ${text}</h${level}>`);
const emptyHeading = fc.constant('<h2> </h2>');

const codeLine = fc
  .tuple(fc.constantFrom('', '  ', '\t', '```', '~~~ ', '| ', '> ', '# ', '…'), words(8))
  .map(([start, text]) => `${start}${ONCE} ${text}`);
const code = fc
  .array(fc.oneof({ weight: 5, arbitrary: codeLine }, fc.constant('')), { minLength: 1, maxLength: 25 })
  .map((lines) => `<ac:plain-text-body><![CDATA[${lines.join('\n')}]]></ac:plain-text-body>`)
  .map(macro('code', '<ac:parameter ac:name="language">java</ac:parameter>'));

const span = fc.constantFrom('', '', '', ' rowspan="2"', ' colspan="2"', ' colspan="3" rowspan="3"');
const spanningCell = fc.tuple(span, words(6)).map(([spans, text]) => `<td${spans}><p>${AGAIN} ${text}</p></td>`);
const row = fc
  .tuple(words(6), fc.array(spanningCell, { maxLength: 3 }))
  .map(([text, cells]) => `<tr><td><p>${ONCE} ${text}</p></td>${cells.join('')}</tr>`);
const headRow = fc
  .array(words(3), { minLength: 1, maxLength: 4 })
  .map((cells) => `<tr>${cells.map((text) => `<th>${AGAIN} ${text}</th>`).join('')}</tr>`);
const table = fc
  .tuple(fc.array(headRow, { maxLength: 3 }), fc.array(row, { minLength: 1, maxLength: 20 }))
  .map(([head, rows]) => `<table><tbody>${head.join('')}${rows.join('')}</tbody></table>`);

const task = fc
  .tuple(fc.constantFrom('complete', 'incomplete'), running)
  .map(
    ([status, text]) =>
      `<ac:task><ac:task-status>${status}</ac:task-status><ac:task-body>${text}</ac:task-body></ac:task>`,
  );
const tasks = fc
  .array(task, { minLength: 1, maxLength: 4 })
  .map((list) => `<ac:task-list>${list.join('')}</ac:task-list>`);

const toList = (items: readonly string[]) =>
  fc
    .constantFrom('ul', 'ol', 'ol start="9"')
    .map((tag) => `<${tag}>${items.map(between('<li>', '</li>')).join('')}</${tag.slice(0, 2)}>`);

const containers: readonly ((inner: string) => string)[] = [
  between('<blockquote>', '</blockquote>'),
  between('<div>', '</div>'),
  between('<ac:layout><ac:layout-section><ac:layout-cell>', '</ac:layout-cell></ac:layout-section></ac:layout>'),
  ...['info', 'warning', 'panel', 'expand'].map((name) => (inner: string) => macro(name, title)(richText(inner))),
  (inner) => macro('note', '')(richText(inner)),
];

const { block } = fc.letrec<{ readonly block: string; readonly blocks: string }>((tie) => ({
  blocks: fc
    .array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'blocks' })
    .map((list) => list.join('')),
  block: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'blocks', maxDepth: 4 },
    { weight: 5, arbitrary: paragraph },
    { weight: 2, arbitrary: heading },
    { weight: 2, arbitrary: code },
    { weight: 2, arbitrary: table },
    tasks,
    emptyHeading,
    { weight: 2, arbitrary: fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }).chain(toList) },
    { weight: 2, arbitrary: tie('blocks').chain((inner) => fc.constantFrom(...containers.map((wrap) => wrap(inner)))) },
  ),
}));

/**
 * A page in storage format, of anything that pages are made of. The words `n0`, `n1` … stand in it once each, in its
 * order; `s0`, `s1` … may be shown again.
 */
export const generatedPage: fc.Arbitrary<string> = fc.array(block, { maxLength: 10 }).map((blocks) => {
  let [once, again] = [0, 0];
  return blocks
    .join('')
    .replaceAll(ONCE, () => `n${once++}`)
    .replaceAll(AGAIN, () => `s${again++}`);
});

/** What somebody asks: words of such pages, names, phrases, and any text. */
export const generatedQuery: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('keys', 'rotate', 'café', 'ключ', 'مفاتيح', '鍵', 'คีย์', 'कुंजी', 'C#', 'n3 n7'),
      },
      fc.constantFrom('HTTP_TIMEOUT', 'v1/orders', '"rotate keys"', '"nothing else"', 'the', '🚀', '"', 's2'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '));
