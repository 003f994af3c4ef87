import type { Clock } from '../clock';
import type { Installation } from './installation';
import type { InvokeFunction } from './invoke-function';
import type { Manifest } from './manifest';
import { PlatformError } from './platform-error';
import { verifyWebTrigger } from './verify-web-trigger';
import type { WebTriggerKeys } from './web-trigger-keys';
import { sizeOfRequest, toWebTriggerEvent } from './web-trigger-request';
import type { WebTriggerHttpRequest, WebTriggerHttpResponse } from './web-trigger-request';
import { MAX_WEB_TRIGGER_BYTES, platformAnswer, toWebTriggerResponse } from './web-trigger-response';

type WebTriggerOptions = {
  readonly manifest: Pick<Manifest, 'webTriggers'>;
  readonly installation: Installation;
  readonly invokeFunction: InvokeFunction;
  readonly timeLimitMs: number;
  readonly keys: WebTriggerKeys;
  readonly clock: Clock;
};

const EXPIRY_WARNING_MS = 30 * 86_400_000;

/**
 * The ingress of the web triggers: no user, and no authentication but that of `request.authentication`, which refuses a
 * request before the function is called. Invocation limits and the `X-Ratelimit-*` headers of production are not modelled;
 * that the signature headers and the body reach the function unchanged is unverified.
 * @throws {PlatformError} `unknown-module`.
 */
export const createInvokeWebTrigger =
  ({ manifest, installation, invokeFunction, timeLimitMs, keys, clock }: WebTriggerOptions) =>
  async (moduleKey: string, request: WebTriggerHttpRequest): Promise<WebTriggerHttpResponse> => {
    const module = manifest.webTriggers.get(moduleKey);
    if (module === undefined) {
      throw new PlatformError('unknown-module', `the manifest has no web trigger ${moduleKey}`);
    }
    if (sizeOfRequest(request) > MAX_WEB_TRIGGER_BYTES) {
      return platformAnswer(413, 'The request is too large');
    }
    const verification = module.isAuthenticated
      ? verifyWebTrigger(request, keys.of(moduleKey), clock.now())
      : undefined;
    if (verification?.kind === 'refused') {
      return platformAnswer(401, 'The request is not signed');
    }
    if (verification?.kind === 'not-modelled') {
      return platformAnswer(501, `not modelled: ${verification.what}`);
    }
    const outcome = await invokeFunction({
      functionKey: module.functionKey,
      moduleKey,
      moduleType: 'webtrigger',
      event: toWebTriggerEvent(request, moduleKey, installation.siteAri),
      timeLimitMs,
    });
    const response = toWebTriggerResponse(outcome, module.outputs);
    const expiresAt = verification?.key.expiresAt;
    return expiresAt === undefined || expiresAt - clock.now() > EXPIRY_WARNING_MS
      ? response
      : withHeader(response, 'x-webtrigger-key-expires', new Date(expiresAt).toISOString());
  };

/** In place of the function's own header of this name; what production does with two is not documented. */
const withHeader = (response: WebTriggerHttpResponse, name: string, value: string): WebTriggerHttpResponse => ({
  ...response,
  headers: [...response.headers.filter(([own]) => own.toLowerCase() !== name), [name, value]],
});
