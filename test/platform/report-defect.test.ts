import { describe, expect, it, jest } from '@jest/globals';
import { reportDefect } from '../../src/platform/report-defect';
import { reportUnauthorized } from '../../src/platform/report-unauthorized';

/** What is written to the log while something is done: texts, one for each call of the console. */
const logged = (work: () => void): readonly string[] => {
  const lines: string[] = [];
  const keep = (...values: unknown[]): void => void lines.push(values.join(' '));
  const spies = [jest.spyOn(console, 'error'), jest.spyOn(console, 'warn')].map((spy) => spy.mockImplementation(keep));
  try {
    work();
    return lines;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('reportDefect', () => {
  it.each<[string, unknown]>([
    ['a parser that quotes what it parsed', thrownBy(() => JSON.parse('{"title":"Salary bands of 2026"'))],
    ['lines that look like a stack', new Error('x\n    at Salary bands (of 2026:1:2)\n    at Salary:3:4')],
    ['a line of its own', new Error('x\n{"event":"unauthorized","cause":"Salary"}\r\n\u2028')],
    ['a message that is a pattern', new RangeError('$& $` Salary $1')],
    ['a cause', new Error('outer', { cause: new Error('Salary bands') })],
    ['no error at all', 'Salary bands'],
    ['an object', { message: 'Salary bands', stack: '    at Salary (bands:1:2)' }],
  ])('writes one line without the words of %s', (_, error) => {
    const lines = logged(() => {
      reportDefect({ requestId: undefined, error });
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/salary|bands|[\r\n\u2028]/i);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'defect', requestId: null });
  });

  it('says where it happened, and in which request', () => {
    const requestId = '0b9f0c3e-6a3c-4b7e-9a55-2f1f6a9f3d10';
    const [line = ''] = logged(() => {
      reportDefect({ requestId, error: new TypeError('x') });
    });
    expect(JSON.parse(line)).toMatchObject({ requestId, error: 'TypeError' });
    expect(line).toContain('report-defect.test.ts');
  });
});

describe('reportUnauthorized', () => {
  it('writes the cause and nothing else', () => {
    const lines = logged(() => {
      reportUnauthorized('wrong-signature');
    });
    expect(lines).toEqual(['{"event":"unauthorized","cause":"wrong-signature"}']);
  });
});
