import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CURSOR_LIFETIME_MS, openCursor, sealCursor } from '../../src/search/cursor';

const seal = { secret: Buffer.alloc(32, 7).toString('base64'), binding: 'query and filters', nowMs: 1_000 };
const nonce = new Uint8Array(12).fill(3);
const state = { seen: ['98432'], title: 'Incident of March' };
const sealed = (): string => sealCursor(state, seal, nonce);

describe('a cursor', () => {
  it('gives back its state to the same query within an hour', () => {
    expect(openCursor(sealed(), seal)).toEqual(state);
    expect(openCursor(sealed(), { ...seal, nowMs: seal.nowMs + CURSOR_LIFETIME_MS - 1 })).toEqual(state);
  });

  it('shows nothing of its state', () => {
    expect(Buffer.from(sealed(), 'base64url').toString('latin1')).not.toMatch(/98432|Incident|seen/);
  });

  it.each([
    ['after an hour', { ...seal, nowMs: seal.nowMs + CURSOR_LIFETIME_MS }],
    ['with another query', { ...seal, binding: 'another query' }],
    ['in another installation', { ...seal, secret: Buffer.alloc(32, 8).toString('base64') }],
  ])('gives nothing %s', (_, other) => {
    expect(openCursor(sealed(), other)).toBeUndefined();
  });

  it('gives nothing when any part of it was changed', () => {
    const cursor = sealed();
    fc.assert(
      fc.property(
        fc.nat(cursor.length - 1),
        fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_', '=', '+', ' '),
        (at, replacement) => {
          const changed = cursor.slice(0, at) + replacement + cursor.slice(at + 1);
          fc.pre(changed !== cursor);
          expect(openCursor(changed, seal)).toBeUndefined();
        },
      ),
    );
  });

  it('gives nothing for any text that was never a cursor', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(openCursor(text, seal)).toBeUndefined();
      }),
    );
  });

  it('gives nothing when any one of its bytes is any other', () => {
    const bytes = Buffer.from(sealed(), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      for (const flip of [1, 0x80, 0xff]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(openCursor(changed.toString('base64url'), seal)).toBeUndefined();
      }
      expect(openCursor(bytes.subarray(0, at).toString('base64url'), seal)).toBeUndefined();
    }
  });

  it('is one text alone: the same bytes written in another way open nothing', () => {
    const dashed = sealCursor(state, seal, new Uint8Array(12).fill(0xfb));
    const standard = dashed.replaceAll('-', '+').replaceAll('_', '/');
    expect(standard).not.toBe(dashed);
    expect(openCursor(dashed, seal)).toEqual(state);
    for (const written of [`${dashed}=`, `${dashed}==`, `${dashed}\n`, ` ${dashed}`, `${dashed}!`, standard]) {
      expect(Buffer.from(written, 'base64url').equals(Buffer.from(dashed, 'base64url'))).toBe(true);
      expect(openCursor(written, seal)).toBeUndefined();
    }
  });
});
