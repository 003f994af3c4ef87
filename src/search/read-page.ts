import * as v from 'valibot';
import type { ReadReply, ReadRequest } from '../contract/search-api';
import { parseStorage } from '../excerpts/parse-storage';
import { BEGINNING, isReadable, readPiece } from '../excerpts/read-piece';
import { sectionBlocks } from '../excerpts/section-blocks';
import type { Fence } from '../fence/why-held-back';
import type { CallMeter } from './call-meter';
import type { SearchContent } from './confluence-ports';
import { openCursor, sealCursor, type CursorSeal } from './cursor';
import { describePage } from './describe-page';
import { findPage } from './find-page';
import { shortenHeading, toOutline } from './heading-names';
import { toReadNotes } from './notes';
import type { StageTimes } from './stage-times';
import { createUnseenWork } from './unseen-work';

export type ReadPorts = {
  readonly searchContent: SearchContent;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

export type ReadInput = {
  readonly request: ReadRequest;
  /** What is open now. */
  readonly fence: Fence;
  /** Base64 of 32 bytes. */
  readonly cursorSecret: string;
  readonly meter: CallMeter;
  readonly times: StageTimes;
};

export type ReadOutcome =
  | { readonly kind: 'read'; readonly reply: ReadReply }
  | { readonly kind: 'no-space-available' }
  /** `heldBack` is how much the gate held back: for the audit, never for the caller. */
  | { readonly kind: 'page-not-available'; readonly heldBack: number }
  | { readonly kind: 'unknown-section' }
  | { readonly kind: 'unusable-cursor' }
  /** The cursor was made for another version. */
  | { readonly kind: 'page-changed' };

/** An outline is told as far as this many headings, so that a reply stays small enough to send. */
const MAX_OUTLINE = 1000;

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.object({ block: place, at: place, version: v.number() });

/** What must be the same for every piece. The version may change meanwhile, and is looked at by itself. */
const readBinding = ({ pageId, section, maxChars }: ReadRequest): string =>
  JSON.stringify(['read', pageId, section, maxChars]);

const isSameHeading = (one: string, other: string): boolean => shortenHeading(one) === shortenHeading(other);

/**
 * Reads a page, or a section of it, in pieces: one Confluence call each. Nothing of a page is looked at before it has
 * passed the gate.
 *
 * @throws {ConfluenceFailure}
 */
export const createReadPage =
  ({ searchContent, now, randomBytes }: ReadPorts) =>
  async ({ request, fence, cursorSecret, meter, times }: ReadInput): Promise<ReadOutcome> => {
    if (fence.open.size === 0) return { kind: 'no-space-available' };
    const seal: CursorSeal = { secret: cursorSecret, binding: readBinding(request), nowMs: now() };
    const opened = request.cursor === undefined ? undefined : v.safeParse(position, openCursor(request.cursor, seal));
    if (opened?.success === false) return { kind: 'unusable-cursor' };

    const unseen = createUnseenWork(0);
    const ports = { fence, searchContent, meter, unseen };
    const found = await times.measure('confluence', () => findPage(request.pageId, ports));
    if (found === undefined) return { kind: 'page-not-available', heldBack: unseen.heldBackCount() };
    const { page, webBase } = found;
    if (opened !== undefined && opened.output.version !== page.version) return { kind: 'page-changed' };

    return times.measureSync('extract', () => {
      const document = parseStorage(page.storage ?? '');
      const blocks = sectionBlocks(document.blocks, request.section, isSameHeading);
      if (request.section.length > 0 && blocks.length === 0) return { kind: 'unknown-section' };
      const from = opened?.output ?? BEGINNING;
      if (!isReadable(blocks, from)) return { kind: 'unusable-cursor' };
      const { markdown, next } = readPiece(blocks, from, request.maxChars);
      return {
        kind: 'read',
        reply: {
          requestId: request.requestId,
          operation: 'read',
          page: describePage(page, webBase),
          markdown,
          outline: toOutline(document, MAX_OUTLINE),
          truncated: next !== undefined,
          ...(next === undefined
            ? {}
            : { nextCursor: sealCursor({ ...next, version: page.version }, seal, randomBytes(12)) }),
          coverage: { confluenceCalls: meter.calls(), points: meter.points() },
          notes: toReadNotes({
            excerpts_cut: document.outline.length > MAX_OUTLINE,
            page_without_text: page.storage !== undefined && document.blocks.length === 0,
            partial: page.storage === undefined || !document.complete,
          }),
        },
      };
    });
  };
