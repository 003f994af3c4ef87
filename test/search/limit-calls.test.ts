import { describe, expect, it } from '@jest/globals';
import { ConfluenceFailure } from '../../src/search/confluence-failure';
import { isOneOf } from '../../src/search/cql-text';
import { limitCalls } from '../../src/search/limit-calls';

const ask = { cql: isOneOf('space', ['ENG']), limit: 1 };

const create = () => {
  let made = 0;
  const answer = <T>(value: T) => {
    made += 1;
    return Promise.resolve(value);
  };
  const limited = limitCalls(
    {
      searchContent: () => answer({ hits: [], resultCount: 0, webBase: '' }),
      directory: {
        findByName: () => answer([]),
        findById: () => answer([]),
        findBlocked: () => answer(new Set<string>()),
      },
    },
    { searches: 2, all: 3 },
  );
  return { limited, made: () => made };
};

describe('limitCalls', () => {
  it('makes so many searches, and so many calls in all', async () => {
    const { limited, made } = create();
    await limited.searchContent(ask);
    await limited.searchContent(ask);
    await expect(limited.searchContent(ask)).rejects.toBeInstanceOf(ConfluenceFailure);
    await limited.directory.findById(['1']);
    await expect(limited.directory.findBlocked(['1'])).rejects.toBeInstanceOf(ConfluenceFailure);
    expect(made()).toBe(3);
  });

  it('counts every kind of call', async () => {
    const { limited, made } = create();
    await limited.directory.findByName(['ENG']);
    await limited.directory.findById(['1']);
    await limited.directory.findBlocked(['1']);
    await expect(limited.searchContent(ask)).rejects.toBeInstanceOf(ConfluenceFailure);
    expect(made()).toBe(3);
  });
});
