import type { Dice } from './dice';
import { VOCABULARY, writeHostileText } from './hostile-text';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const nest = (tag: string, depth: number, inner: string): string =>
  `${`<${tag}>`.repeat(depth)}${inner}${`</${tag}>`.repeat(depth)}`;

const row = (cells: number, text: string): string => `<tr>${`<td>${text}</td>`.repeat(cells)}</tr>`;

const prose = (dice: Dice): string => Array.from({ length: dice.between(1, 6) }, () => dice.pick(VOCABULARY)).join(' ');

/** Bodies that are large, deep, broken or all the same; each with a word that is searched for. */
const BODIES: readonly ((dice: Dice) => string)[] = [
  (dice) => `<h1>Steps</h1><p>${prose(dice)}</p><h2>Limits</h2><p>${escape(writeHostileText(dice, 500))}</p>`,
  (dice) => `<p>${`${dice.pick(VOCABULARY)} `.repeat(3000)}</p>`,
  (dice) => `<p>${prose(dice)}</p><p>${'a'.repeat(20_000)}</p>`,
  (dice) => `${'<ul><li>'.repeat(200)}${prose(dice)}${'</li></ul>'.repeat(200)}`,
  (dice) => nest('blockquote', 300, `<p>${prose(dice)}</p>`),
  (dice) => `<table><tbody>${row(20, 'x')}${row(20, dice.pick(VOCABULARY)).repeat(5)}</tbody></table>`,
  () => Array.from({ length: 1001 }, (_, index) => `<h3>Heading ${index}</h3><p>${index} naïve</p>`).join(''),
  (dice) => `<p>${prose(dice)} <b>never <i>closed <a href="javascript:alert(1)">link</p></table></ac:macro>`,
  (dice) => `<p>${'&amp;quot;&#xD800;&#0;&nbsp;&bogus;'.repeat(300)} ${prose(dice)}</p>`,
  (dice) =>
    `<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[${'```\n~~~\n'.repeat(200)}${prose(dice)}]]>` +
    '</ac:plain-text-body></ac:structured-macro>',
  (dice) =>
    `<ac:structured-macro ac:name="${'nameless'.repeat(100)}"><ac:rich-text-body><p>${prose(dice)}</p></ac:rich-text-body>`,
  (dice) => `<p>${escape('"'.repeat(3000))}</p><p>${'\\'.repeat(3000)}</p><p>${prose(dice)}</p>`,
  (dice) => `<p>${'🧑‍🚀'.repeat(800)}</p><p>${'東京都'.repeat(800)}</p><p>${prose(dice)} 配送 データ</p>`,
  () => '',
];

/** The body of a page in storage format; kinds take turns. */
export const writeHostileStorage = (dice: Dice, index: number): string =>
  // Of three pages two are ordinary ones.
  (index % 3 === 0 ? BODIES[(index / 3) % BODIES.length] : BODIES[0])?.(dice) ?? '';
