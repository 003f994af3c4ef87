import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { storageToText } from '../../../../dev/confluence/search/storage-text';
import { toWords, wordsWithPlaces } from '../../../../dev/confluence/search/words';

describe('storageToText', () => {
  it.each([
    ['<p>It&rsquo;s&nbsp;safe &amp; <strong>so</strong>und.</p>', 'It’s\u00A0safe & sound.'],
    ['<h1>One</h1><p>two</p><ul><li>three</li></ul>', 'One\ntwo\nthree'],
    ['<table><tr><th>Env</th><th>URL</th></tr><tr><td>prod</td><td>x</td></tr></table>', 'Env URL\nprod x'],
    [
      '<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">bash</ac:parameter>' +
        '<ac:plain-text-body><![CDATA[a && b "<ok>"]]></ac:plain-text-body></ac:structured-macro>',
      'a && b "<ok>"',
    ],
    [
      '<ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>do it</ac:task-body></ac:task>',
      'do it',
    ],
    [
      '<p>see <ac:link><ri:page ri:content-title="Runbook" /><ac:link-body>the runbook</ac:link-body></ac:link></p>',
      'see the runbook',
    ],
    ['<p>broken <b>on', 'broken on'],
    ['', ''],
  ])('reads %s', (storage, text) => {
    expect(storageToText(storage)).toBe(text);
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<ac:parameter>',
      '<![CDATA[',
      ']]>',
      '&',
      '&#x110000;',
      '<',
      'a',
      '<!--',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        expect(typeof storageToText(parts.join(''))).toBe('string');
      }),
    );
  });
});

describe('toWords', () => {
  it.each([
    ['Rotate the API-keys, v2.1!', ['rotate', 'the', 'api', 'keys', 'v2', '1']],
    ['naïve Straße नमस्ते', ['naïve', 'straße', 'नमस्ते']],
    ['東京のAPIキー', ['東', '京', 'の', 'apiキー']],
    ['+++', []],
  ])('takes %s apart', (text, words) => {
    expect(toWords(text)).toEqual(words);
  });

  it('knows where each word stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { words, places } = wordsWithPlaces(text);
        const found = places.map((place, index) =>
          text
            .slice(place, place + 40)
            .toLowerCase()
            .startsWith((words[index] ?? '').slice(0, 20)),
        );
        expect(found.every(Boolean)).toBe(true);
      }),
    );
  });
});
