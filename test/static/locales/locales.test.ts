import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';

import { readLocaleFile } from '../../support/locale-files';

const STATIC = path.resolve(__dirname, '../../../static');
const LOCALES = ['en-US', 'de-DE'] as const;
const locale = v.record(v.string(), v.record(v.string(), v.string()));

const sentencesOf = (name: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(v.parse(locale, readLocaleFile(`${name}.json`))).flatMap(([section, sentences]) =>
      Object.entries(sentences).map(([key, sentence]) => [`${section}.${key}`, sentence] as const),
    ),
  );

/** One of something may be said without its number. */
const placesOf = (key: string, sentence: string): string =>
  (sentence.match(/\{\w+\}/g) ?? [])
    .filter((place) => !key.endsWith('_one') || place !== '{count}')
    .toSorted()
    .join();

const sources = (): readonly string[] =>
  readdirSync(STATIC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(STATIC, file), 'utf8'));

const english = sentencesOf('en-US');

describe.each(LOCALES.slice(1))('the sentences in %s', (name) => {
  const translated = sentencesOf(name);

  it('are those that there are in English', () => {
    expect([...translated.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('have places for the same values', () => {
    const differing = [...english].filter(
      ([key, sentence]) => placesOf(key, sentence) !== placesOf(key, translated.get(key) ?? ''),
    );
    expect(differing).toEqual([]);
  });

  it('are translated', () => {
    const same = [...english].filter(
      ([key, sentence]) => /[a-z]{2} [a-z]{2}/i.test(sentence) && translated.get(key) === sentence,
    );
    expect(same).toEqual([]);
  });
});

describe('the sentences in de-DE', () => {
  it('have one word for one thing', () => {
    const others = /\bangehalten|\banhalten|ausgenommen|Ausnahme|nehmen .* aus\b|\bSite\b|Stichw|Grenze/i;
    expect([...sentencesOf('de-DE')].filter(([, sentence]) => others.test(sentence))).toEqual([]);
  });
});

describe('the sentences', () => {
  it('are none of them empty, and have both forms of a plural', () => {
    const keys = [...english.keys()];
    expect([...english].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
    const stems = keys.flatMap((key) => /^(.*)_(?:one|other)$/.exec(key)?.[1] ?? []);
    expect(stems.filter((stem) => !english.has(`${stem}_one`) || !english.has(`${stem}_other`))).toEqual([]);
  });

  it('are all of them said somewhere', () => {
    const texts = sources().join('\n');
    const patterns = [...texts.matchAll(/`([a-zA-Z]+\.[^`\s]*\$\{[^`]*)`/g)].map(
      ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{.*?\}/g, '[^.]+')}$`),
    );
    const isSaid = (key: string): boolean => {
      const name = key.replace(/_(?:one|other)$/, '');
      const isNamed = texts.includes(`'${name}'`) || texts.includes(`"${name}"`);
      return isNamed || patterns.some((pattern) => pattern.test(name));
    };
    // The app's own names stand in the manifest.
    expect([...english.keys()].filter((key) => !key.startsWith('app.') && !isSaid(key))).toEqual([]);
  });
});
