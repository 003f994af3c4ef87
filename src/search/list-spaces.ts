import * as v from 'valibot';
import type { SpacesReply, SpacesRequest } from '../contract/search-api';
import { awaitAll } from '../fence/await-all';
import type { OptInDetails } from '../fence/opt-in-registry';
import type { OpenSpaces } from '../fence/opt-in-shard';
import type { CallMeter } from './call-meter';
import type { SpaceDirectory } from './confluence-ports';
import { openCursor, sealCursor, type CursorSeal } from './cursor';
import type { StageTimes } from './stage-times';

export type ListSpacesPorts = {
  readonly directory: SpaceDirectory;
  readonly readDetails: (spaceIds: readonly string[]) => Promise<ReadonlyMap<string, OptInDetails>>;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

export type ListSpacesInput = {
  readonly request: SpacesRequest;
  readonly open: OpenSpaces;
  readonly cursorSecret: string;
  readonly meter: CallMeter;
  readonly times: StageTimes;
};

export type ListSpacesOutcome =
  { readonly kind: 'listed'; readonly reply: SpacesReply } | { readonly kind: 'unusable-cursor' };

const position = v.object({ after: v.string() });

const byId = (a: string, b: string): number => (a < b ? -1 : 1);

/**
 * Lists the open spaces by id, as Confluence describes them now: one call a page. Spaces that are archived or gone are
 * left out, so a page may be short and still have a next one.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable}
 */
export const createListSpaces =
  ({ directory, readDetails, now, randomBytes }: ListSpacesPorts) =>
  async ({ request, open, cursorSecret, meter, times }: ListSpacesInput): Promise<ListSpacesOutcome> => {
    const seal: CursorSeal = { secret: cursorSecret, binding: JSON.stringify(['spaces']), nowMs: now() };
    const opened = v.safeParse(
      position,
      request.cursor === undefined ? { after: '' } : openCursor(request.cursor, seal),
    );
    if (!opened.success) return { kind: 'unusable-cursor' };

    const rest = [...open.keys()].filter((id) => id > opened.output.after).sort(byId);
    const ids = rest.slice(0, request.limit);
    const [described, details] = await awaitAll([
      ids.length === 0 ? [] : times.measure('confluence', () => directory.findById(ids)),
      times.measure('registry', () => readDetails(ids)),
    ]);
    if (ids.length > 0) meter.spent(1 + ids.length);
    const current = described.filter(({ id, status }) => ids.includes(id) && status === 'current');
    const last = ids.at(-1);
    return {
      kind: 'listed',
      reply: {
        requestId: request.requestId,
        operation: 'spaces',
        spaces: [...current]
          .sort((a, b) => byId(a.id, b.id))
          .map(({ id, key, name, url, type }) => ({
            id,
            key,
            name,
            url,
            type,
            optedInAt: details.get(id)?.at ?? UNKNOWN_TIME,
          })),
        ...(last === undefined || rest.length <= ids.length
          ? {}
          : { nextCursor: sealCursor({ after: last }, seal, randomBytes(12)) }),
      },
    };
  };

/** A space closed and opened between the two reads has no details yet. */
const UNKNOWN_TIME = new Date(0).toISOString();
