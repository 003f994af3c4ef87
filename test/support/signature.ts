import * as door from '../../src/door/signed-request';
import type { SignatureClaim } from '../../src/door/signed-request';
import type { SigningKey } from '../../src/keys/key-ring';
import type { TriggerRequest } from '../../src/door/trigger-request';

/** The claim of a request; `undefined` for whatever cause there is none. */
export const readSignatureClaim = (request: TriggerRequest, nowMs: number): SignatureClaim | undefined => {
  const claim = door.readSignatureClaim(request, nowMs);
  return typeof claim === 'string' ? undefined : claim;
};

/** The key that signed; `undefined` for whatever cause there is none. */
export const findSigningKey = (...input: Parameters<typeof door.findSigningKey>): SigningKey | undefined => {
  const key = door.findSigningKey(...input);
  return typeof key === 'string' ? undefined : key;
};
