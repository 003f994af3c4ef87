import { createRequestHandler } from '../../../../src/door/handle-request';
import { fromWebTriggerEvent, toWebTriggerResult, type WebTriggerResult } from '../../../../src/platform/web-trigger';
import { reportDefect } from '../../../../src/platform/report-defect';
import { createInMemoryDoorPorts } from '../../../support/in-memory-door-ports';

const { ports } = createInMemoryDoorPorts();

const handle = createRequestHandler({
  ...ports,
  now: Date.now,
  serve: () => Promise.reject(new TypeError('the words of a page, quoted by a parser')),
  reportDefect,
});

/** The app's own door, with a defect behind it. */
export const search = async (event: unknown): Promise<WebTriggerResult> =>
  toWebTriggerResult(await handle(fromWebTriggerEvent(event)));
