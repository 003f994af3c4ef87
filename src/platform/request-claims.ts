import { kvs } from '@forge/kvs';
import { CLAIM_MINUTES, type RequestClaims } from '../door/request-claims';
import { wroteUnless } from './kvs-failure';

/**
 * Claims in Forge storage: one write that fails if the key exists. An expired record may stay for up to 48 hours, which
 * only makes a claim last longer.
 */
export const kvsRequestClaims: RequestClaims = {
  claim: (requestId) =>
    wroteUnless('KEY_CONFLICT', 'request claim', () =>
      kvs.set(`request:${requestId}`, 1, {
        keyPolicy: 'FAIL_IF_EXISTS',
        ttl: { value: CLAIM_MINUTES, unit: 'MINUTES' },
      }),
    ),
};
