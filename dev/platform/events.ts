import { valueOf } from './invocation-error';
import type { InvokeFunction } from './invoke-function';
import type { Manifest, Subscription } from './manifest';
import { PlatformError } from './platform-error';

/** @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
const DEFAULT_EVENT_SECONDS = 55;
const MAX_LONG_SECONDS = 900;

/**
 * Runs every function that the manifest subscribes to an event, one after the other: a product or lifecycle event by
 * its name, `scheduledTrigger:<key>`, `consumer:<queue>`, `preUninstall`. Delivery is immediate; delays, repetition and
 * retries of production are not modelled.
 * @throws {PlatformError} `unknown-event` when nothing subscribes to it. @throws {InvocationError}
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/trigger/
 */
export const createFireEvent =
  (manifest: Pick<Manifest, 'subscriptions' | 'functions'>, invokeFunction: InvokeFunction) =>
  async (event: string, payload: unknown): Promise<void> => {
    const subscriptions = manifest.subscriptions.filter((subscription) => subscription.event === event);
    if (subscriptions.length === 0) {
      throw new PlatformError('unknown-event', `the manifest subscribes nothing to ${event}`);
    }
    for (const { moduleKey, moduleType, functionKey } of subscriptions) {
      const outcome = await invokeFunction({
        functionKey,
        moduleKey,
        moduleType,
        event: toEvent(moduleType, event, payload),
        timeLimitMs: 1000 * timeLimitSeconds(moduleType, manifest.functions.get(functionKey)?.timeoutSeconds),
      });
      valueOf(outcome);
    }
  };

/** Product events carry their name; what else they hold is the caller's to say. */
const toEvent = (moduleType: Subscription['moduleType'], event: string, payload: unknown): unknown => {
  const members = typeof payload === 'object' && payload !== null ? payload : {};
  return moduleType === 'trigger' ? { eventType: event, ...members } : members;
};

/** Only consumers and scheduled triggers may be given more than 55 s, up to 900 s. */
const timeLimitSeconds = (moduleType: Subscription['moduleType'], wanted = DEFAULT_EVENT_SECONDS): number =>
  moduleType === 'consumer' || moduleType === 'scheduledTrigger'
    ? Math.min(wanted, MAX_LONG_SECONDS)
    : Math.min(wanted, DEFAULT_EVENT_SECONDS);
