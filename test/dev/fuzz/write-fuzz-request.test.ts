import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { FuzzMoment } from '../../../dev/fuzz/fuzz-moment';
import type { FuzzRequest } from '../../../dev/fuzz/fuzz-request';
import { writeFuzzRequest } from '../../../dev/fuzz/write-fuzz-request';

const MOMENT: FuzzMoment = {
  secret: Buffer.alloc(32, 5).toString('base64'),
  nowMs: Date.UTC(2026, 0, 15, 9, 30),
  served: [],
  paused: false,
  limited: false,
};

const write = (seed: number, count: number, moment = MOMENT): readonly FuzzRequest[] =>
  Array.from({ length: count }, (_, index) => writeFuzzRequest(seed, index, moment));

/** Whether one of the signatures that were sent belongs to the secret. */
const hasRightSignature = ({ delivery }: FuzzRequest): boolean => {
  if (delivery.via === 'event') return false;
  const { rawHeaders, body } = delivery.request;
  const valuesOf = (name: string) =>
    rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
  const [timestamp = ''] = valuesOf('x-webtrigger-timestamp');
  const key = Buffer.from(MOMENT.secret, 'base64');
  const right = createHmac('sha256', key).update(`${timestamp}.${body.toString()}`).digest('hex');
  return valuesOf('x-webtrigger-signature').includes(`sha256=${right}`);
};

describe('writeFuzzRequest', () => {
  it('makes the same request for the same seed, index and moment', () => {
    expect(write(7, 300)).toEqual(write(7, 300));
  });

  it('makes another request for another seed or index', () => {
    const sent = [...write(7, 50), ...write(8, 50)].map(({ delivery }) => JSON.stringify(delivery));
    expect(new Set(sent).size).toBeGreaterThan(95);
  });

  it('has signed what it says is signed', () => {
    const signed = write(7, 2000).filter(({ isSigned }) => isSigned);
    expect(signed.length).toBeGreaterThan(1000);
    expect(signed.filter((request) => !hasRightSignature(request))).toEqual([]);
  });

  it('uses a cursor and an id of before again when there are some', () => {
    const members = { query: 'deploy', limit: 1 };
    const ask = { operation: 'search', requestId: '0b9f0c3e-6a3c-4b7e-9a55-2f1f6a9f3d10', members } as const;
    const served = [{ ask, atMs: MOMENT.nowMs - 1000, nextCursor: 'QUJDREVGR0g' }];
    const kinds = new Set(write(7, 2000, { ...MOMENT, served }).map(({ kind }) => kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['cursor-next', 'cursor-mutated', 'cursor-of-another', 'replay']),
    );
  });

  it('lets a replay be answered in one way alone', () => {
    const ask = { operation: 'status', requestId: '0b9f0c3e-6a3c-4b7e-9a55-2f1f6a9f3d10', members: {} } as const;
    const sent = write(7, 2000, { ...MOMENT, served: [{ ask, atMs: MOMENT.nowMs - 1000 }] });
    const allowed = sent.filter(({ kind }) => kind === 'replay').map((request) => request.allowed);
    expect(allowed.length).toBeGreaterThan(0);
    expect(new Set(allowed.flat())).toEqual(new Set([409]));
  });
});
