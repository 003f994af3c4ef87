import { NeedsAuthenticationError } from '@forge/api';
import { describe, expect, it } from '@jest/globals';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { answerUnavailable } from '../../src/platform/answer-unavailable';
import { ConfluenceFailure } from '../../src/search/confluence-failure';

const failing = (error: Error) => () => answerUnavailable(() => Promise.reject(error));

describe('answerUnavailable', () => {
  it('gives the answer on', async () => {
    expect(await answerUnavailable(() => Promise.resolve({ enabled: true }))).toEqual({ enabled: true });
  });

  it('answers with a value when storage or Confluence failed', async () => {
    expect(await failing(new StorageUnavailable('policy'))()).toEqual({ refused: 'storage-unavailable' });
    for (const kind of ['unavailable', 'unusable-answer', 'rate-limited'] as const) {
      expect(await failing(new ConfluenceFailure(kind, 500))()).toEqual({ refused: 'confluence-unavailable' });
    }
  });

  it('throws defects on, and what makes the platform ask for consent', async () => {
    for (const error of [new TypeError('defect'), new NeedsAuthenticationError('consent', 'x')]) {
      await expect(failing(error)()).rejects.toBe(error);
    }
  });
});
