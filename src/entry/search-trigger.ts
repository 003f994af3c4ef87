import { fromWebTriggerEvent, toWebTriggerResult, type WebTriggerResult } from '../platform/web-trigger';
import { contentAccess } from './content-access';

/** The web trigger `search`. */
export const search = async (event: unknown): Promise<WebTriggerResult> =>
  toWebTriggerResult(await contentAccess.handleRequest(fromWebTriggerEvent(event)));
