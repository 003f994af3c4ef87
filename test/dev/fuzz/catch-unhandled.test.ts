import { describe, expect, it } from '@jest/globals';
import { catchUnhandled } from '../../../dev/fuzz/catch-unhandled';

const noted = (): number => process.listenerCount('unhandledRejection');

describe('catchUnhandled', () => {
  it('notes a rejection that nobody handled, once, and listens no longer when stopped', () => {
    const before = noted();
    const caught = catchUnhandled();
    // In a test the process of the test runner would end with a real one.
    process.emit('unhandledRejection', new Error('lost'), Promise.resolve());
    expect(caught.take()).toEqual(['a rejection that nobody handled: Error: lost']);
    expect(caught.take()).toEqual([]);
    caught.stop();
    expect(noted()).toBe(before);
  });
});
