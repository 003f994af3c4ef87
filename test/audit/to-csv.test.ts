import { describe, expect, it } from '@jest/globals';
import { toCsv } from '../../src/audit/to-csv';

describe('toCsv', () => {
  it('ends each row with CRLF', () => {
    expect(
      toCsv([
        ['a', 'b'],
        ['1', ''],
      ]),
    ).toBe('a,b\r\n1,\r\n');
    expect(toCsv([])).toBe('');
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quotation mark', 'a"b"', '"a""b"""'],
    ['a line feed', 'a\nb', '"a\nb"'],
    ['a carriage return', 'a\rb', '"a\rb"'],
  ])('quotes a cell with %s', (_, cell, written) => {
    expect(toCsv([[cell, 'x']])).toBe(`${written},x\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
    'puts an apostrophe before %j, which a spreadsheet would run',
    (cell) => {
      expect(toCsv([[cell]])).toBe(`'${cell}\r\n`);
    },
  );

  it('quotes a formula that needs it, after the apostrophe', () => {
    expect(toCsv([['=HYPERLINK("x","y")']])).toBe(`"'=HYPERLINK(""x"",""y"")"\r\n`);
    expect(toCsv([['\r=1']])).toBe(`"'\r=1"\r\n`);
  });

  it('leaves such a character alone in the middle', () => {
    expect(toCsv([['a=b-c+d@e']])).toBe('a=b-c+d@e\r\n');
  });
});
