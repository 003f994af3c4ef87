import MiniSearch from 'minisearch';
import type { TextItem, TextQuery } from '../cql/text-query';

/** Words of one document, by place: a phrase never spans two places. */
type IndexedText = {
  readonly id: string;
  readonly title: readonly string[];
  readonly body: readonly string[];
  readonly labels: readonly (readonly string[])[];
};

export type TextField = 'text' | 'title' | 'site';

/** Scores by document id. */
type Scores = ReadonlyMap<string, number>;

export type TextIndex = {
  readonly put: (document: IndexedText) => void;
  readonly remove: (id: string) => void;
  /** Every item of the query must occur; the scores of the items add up. */
  readonly match: (field: TextField, query: TextQuery) => Scores;
};

/** Fixed, so that quality figures mean something: BM25 without the "plus". */
const BM25 = { k: 1.2, b: 0.75, d: 0 };

/** Lucene gives every document that a wildcard matches the same score. */
const WILDCARD_SCORE = 1;
const MAX_EDITS = 2;

/**
 * The search engine: BM25 over `text` (title, body and labels as one), `title`, and `site`, where the title counts
 * thrice; `site` is built only for a site that has `siteSearch`. Ranking is MiniSearch's, one word at a time.
 */
export const createTextIndex = (fields: readonly TextField[]): TextIndex => {
  const documents = new Map<string, IndexedText>();
  const engine = new MiniSearch<IndexedText>({
    fields: [...fields],
    extractField: (document, field) => (field === 'id' ? document.id : wordsOf(document, field).join(' ')),
    tokenize: (words) => (words === '' ? [] : words.split(' ')),
    processTerm: (word) => word,
    autoVacuum: false,
  });

  const remove = (id: string): void => {
    const document = documents.get(id);
    if (document === undefined) return;
    engine.remove(document);
    documents.delete(id);
  };

  const scoresOf = (field: TextField, word: string, fuzzy: number | false): Scores =>
    new Map(
      engine
        .search(word, { fields: [field], bm25: BM25, fuzzy, maxFuzzy: MAX_EDITS, prefix: false })
        .map((hit): [string, number] => [String(hit.id), hit.score]),
    );

  const documentsWith = (field: TextField, accepts: (words: readonly string[]) => boolean): string[] =>
    [...documents.values()].filter((document) => placesOf(document, field).some(accepts)).map(({ id }) => id);

  const matchItem = (field: TextField, item: TextItem): Scores => {
    switch (item.kind) {
      case 'words':
        return allOf(item.words.map((word) => scoresOf(field, word, false)));
      case 'phrase': {
        const scores = allOf(item.words.map((word) => scoresOf(field, word, false)));
        return new Map([...scores].filter(([id]) => holdsPhrase(documents.get(id), field, item.words)));
      }
      case 'wildcard': {
        const matches = documentsWith(field, (words) => words.some((word) => item.pattern.test(word)));
        return new Map(matches.map((id) => [id, WILDCARD_SCORE]));
      }
      case 'fuzzy':
        return scoresOf(field, item.word, MAX_EDITS);
    }
  };

  return {
    put: (document) => {
      remove(document.id);
      engine.add(document);
      documents.set(document.id, document);
    },
    remove,
    match: (field, query) => allOf(query.map((item) => matchItem(field, item))),
  };
};

const wordsOf = (document: IndexedText, field: string): readonly string[] => {
  if (field === 'title') return document.title;
  const text = [...document.title, ...document.body, ...document.labels.flat()];
  return field === 'site' ? [...document.title, ...document.title, ...text] : text;
};

const placesOf = (document: IndexedText, field: TextField): readonly (readonly string[])[] =>
  field === 'title' ? [document.title] : [document.title, document.body, ...document.labels];

/** No words at all (`text ~ "\\+\\+"`) match nothing. */
const allOf = (matches: readonly Scores[]): Scores => {
  const [first, ...rest] = matches;
  if (first === undefined) return new Map();
  return rest.reduce<Scores>((left, right) => {
    const both = new Map<string, number>();
    for (const [id, score] of left) {
      const other = right.get(id);
      if (other !== undefined) both.set(id, score + other);
    }
    return both;
  }, first);
};

const holdsPhrase = (document: IndexedText | undefined, field: TextField, phrase: readonly string[]): boolean =>
  document !== undefined &&
  placesOf(document, field).some((words) =>
    words.some((_, start) => phrase.every((word, offset) => words[start + offset] === word)),
  );
