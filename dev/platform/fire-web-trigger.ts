import type { InvokeFunction } from './invoke-function';
import type { Manifest } from './manifest';
import { PlatformError } from './platform-error';
import type { WebTriggerHttpResponse } from './web-trigger-request';
import { toWebTriggerResponse } from './web-trigger-response';

type FireWebTriggerOptions = {
  readonly manifest: Pick<Manifest, 'webTriggers'>;
  readonly invokeFunction: InvokeFunction;
  readonly timeLimitMs: number;
};

/**
 * Calls the function of a web trigger with an event as it is, past the ingress: also with events that the ingress never
 * makes, because nothing says that the live platform never makes them.
 * @throws {PlatformError} `unknown-module`.
 */
export const createFireWebTrigger =
  ({ manifest, invokeFunction, timeLimitMs }: FireWebTriggerOptions) =>
  async (moduleKey: string, event: unknown): Promise<WebTriggerHttpResponse> => {
    const module = manifest.webTriggers.get(moduleKey);
    if (module === undefined) {
      throw new PlatformError('unknown-module', `the manifest has no web trigger ${moduleKey}`);
    }
    const { functionKey, outputs } = module;
    const call = { functionKey, moduleKey, moduleType: 'webtrigger', event, timeLimitMs };
    return toWebTriggerResponse(await invokeFunction(call), outputs);
  };
