import type { Installation } from './installation';
import type { InvokeFunction } from './invoke-function';
import type { Manifest } from './manifest';
import { PlatformError } from './platform-error';
import { sizeOfRequest, toWebTriggerEvent } from './web-trigger-request';
import type { WebTriggerHttpRequest, WebTriggerHttpResponse } from './web-trigger-request';
import { MAX_WEB_TRIGGER_BYTES, platformAnswer, toWebTriggerResponse } from './web-trigger-response';

type WebTriggerOptions = {
  readonly manifest: Pick<Manifest, 'webTriggers'>;
  readonly installation: Installation;
  readonly invokeFunction: InvokeFunction;
  readonly timeLimitMs: number;
};

/**
 * The ingress of the web triggers: no user, no authentication. Invocation limits and the `X-Ratelimit-*` headers of
 * production are not modelled.
 * @throws {PlatformError} `unknown-module`.
 */
export const createInvokeWebTrigger =
  ({ manifest, installation, invokeFunction, timeLimitMs }: WebTriggerOptions) =>
  async (moduleKey: string, request: WebTriggerHttpRequest): Promise<WebTriggerHttpResponse> => {
    const module = manifest.webTriggers.get(moduleKey);
    if (module === undefined) {
      throw new PlatformError('unknown-module', `the manifest has no web trigger ${moduleKey}`);
    }
    if (sizeOfRequest(request) > MAX_WEB_TRIGGER_BYTES) {
      return platformAnswer(413, 'The request is too large');
    }
    const outcome = await invokeFunction({
      functionKey: module.functionKey,
      moduleKey,
      moduleType: 'webtrigger',
      event: toWebTriggerEvent(request, moduleKey, installation.siteAri),
      timeLimitMs,
    });
    return toWebTriggerResponse(outcome, module.outputs);
  };
