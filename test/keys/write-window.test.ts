import { describe, expect, it } from '@jest/globals';
import { openWriteWindow } from '../../src/keys/write-window';

describe('openWriteWindow', () => {
  it('lets a function write for half a minute from when it is opened, and never again', () => {
    let nowMs = Date.UTC(2026, 0, 15, 9, 30, 0);
    const mayWrite = openWriteWindow(() => nowMs);
    const answers = [0, 29_999, 1, 3_600_000].map((ms) => {
      nowMs += ms;
      return mayWrite();
    });
    expect(answers).toEqual([true, true, false, false]);
  });
});
