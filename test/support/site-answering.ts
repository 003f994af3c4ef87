import { createClock } from '../../dev/clock';
import type { AskedSite } from '../../dev/eval/ask-app';

type Asked = {
  /** By the site's clock, which stands still unless it is moved on. */
  readonly atMs: number;
  readonly body: unknown;
};

/** A site whose app gives the same answer to everything, and what it was asked. */
export const siteAnswering = ({
  status,
  body,
}: {
  readonly status: number;
  readonly body: string;
}): { readonly site: AskedSite; readonly asked: readonly Asked[] } => {
  const clock = createClock(() => 0);
  const asked: Asked[] = [];
  const site: AskedSite = {
    secret: Buffer.alloc(32, 1).toString('base64'),
    clock,
    platform: {
      invokeWebTrigger: (_, request) => {
        asked.push({ atMs: clock.now(), body: JSON.parse(request.body.toString()) });
        return Promise.resolve({ status, headers: [], body });
      },
      webTriggerPath: () => '/x1/trigger',
      calls: () => [],
      clearCalls: () => undefined,
    },
  };
  return { site, asked };
};
