import type { FuzzMoment } from './fuzz-moment';
import type { FuzzRequest } from './fuzz-request';
import { signedHeaders } from './sign-body';

type Signed = Pick<FuzzRequest, 'kind' | 'allowed'> & Partial<Pick<FuzzRequest, 'ask'>> & { readonly body: string };

/** The largest body that is read, in bytes. */
export const MAX_BODY = 65_536;

/** A well-formed and well-signed request with this body, over the ingress; one that is too large can only be refused. */
export const signedRequest = ({ secret, nowMs }: FuzzMoment, { body, allowed, ...request }: Signed): FuzzRequest => ({
  ...request,
  allowed: Buffer.byteLength(body) > MAX_BODY ? [413] : allowed,
  isSigned: true,
  delivery: {
    via: 'ingress',
    request: {
      method: 'POST',
      rawHeaders: signedHeaders(secret, new Date(nowMs).toISOString(), body),
      userPath: '',
      search: '',
      body,
    },
  },
});
