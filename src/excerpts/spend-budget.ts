import { allotCharacters } from './excerpting/allot-characters';
import { blockLength } from './excerpting/block-length';
import { chooseUnits } from './excerpting/choose-units';
import { cutText } from './excerpting/cut-text';
import { toUnits, type Unit } from './excerpting/page-units';
import { renderRun } from './excerpting/render-run';
import type { Run } from './excerpting/selection';
import { weighUnits } from './excerpting/weigh-units';
import type { RankedPage } from './rank-pages';

export type Budget = {
  /** Characters (UTF-16 code units) of Markdown in all excerpts together. */
  readonly maxChars: number;
  readonly maxCharsPerPage: number;
  readonly excerptsPerPage: number;
};

export type PageExcerpt = {
  readonly markdown: string;
  /** Of the excerpt's beginning. */
  readonly headingPath: readonly string[];
  readonly anchor?: string;
};

/** In the page's order, never overlapping. */
export type PageExcerpts = { readonly excerpts: readonly PageExcerpt[] };

export type SpentBudget = {
  /** One for each page, in the order in which they were given. */
  readonly pages: readonly PageExcerpts[];
  /** Something relevant was left out because the characters were used up. */
  readonly cut: boolean;
};

/** Chooses excerpts of the pages, best page first. The limits are never exceeded; better pages get more of the whole. */
export const spendBudget = (pages: readonly RankedPage[], budget: Budget): SpentBudget => {
  const claims = pages.map((page) => ({
    weight: Math.max(page.score, Number.MIN_VALUE),
    demand: lengthUpTo(page, budget.maxCharsPerPage),
  }));
  let left = budget.maxChars;
  let cut = false;
  const excerpts = pages.map((page, place) => {
    // Anew for each page, because what the one before it left over goes to the others.
    const [room = 0] = allotCharacters(claims.slice(place), left);
    const { excerpts: chosen, cut: missed } = excerptPage(page, room, budget.excerptsPerPage);
    left -= chosen.reduce((sum, { markdown }) => sum + markdown.length, 0);
    cut ||= missed;
    return { excerpts: chosen };
  });
  return { pages: excerpts, cut };
};

/** About how long the page is in Markdown, as far as the limit: writing it only to measure it is dear. */
const lengthUpTo = ({ document }: RankedPage, limit: number): number => {
  let length = 0;
  for (const block of document.blocks) {
    length += blockLength(block) + 2;
    if (length >= limit) return limit;
  }
  return length;
};

const excerptPage = (page: RankedPage, room: number, maxRuns: number): PageExcerpts & { readonly cut: boolean } => {
  const { blocks } = page.document;
  const found = new Set(
    page.passages.flatMap(({ block, matches }) => (matches.length === 0 ? [] : [block, block + 1])),
  );
  // A page that only matches by its title is shown from its beginning.
  const units = toUnits(blocks, room, (place) => found.size === 0 || found.has(place));
  const write = ({ first, last }: Run): string => renderRun(blocks, units.slice(first, last + 1));
  const measure = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + write(run).length, 0);
  const { runs, cut } = chooseUnits(weighUnits(page, units), { room, maxRuns, measure });
  if (runs.length === 0) return { excerpts: shred(page, room), cut: blocks.some(({ kind }) => kind !== 'heading') };
  return { excerpts: runs.map((run) => toExcerpt(page, units[run.first], write(run))), cut };
};

const toExcerpt = (page: RankedPage, unit: Unit | undefined, markdown: string): PageExcerpt => {
  const block = page.document.blocks[unit?.block ?? 0];
  return {
    markdown,
    headingPath: block?.headingPath ?? [],
    ...(block?.anchor !== undefined && { anchor: block.anchor }),
  };
};

/** When nothing fits whole: some words around the first match of the best passage. */
const shred = (page: RankedPage, room: number): readonly PageExcerpt[] => {
  const [passage] = page.passages;
  const place = passage?.block ?? page.document.blocks.findIndex(({ kind }) => kind !== 'heading');
  const block = page.document.blocks[place];
  if (block === undefined) return [];
  const markdown = cutText(block.text, passage?.matches[0]?.start ?? 0, room);
  if (markdown === '') return [];
  const excerpt = { markdown, headingPath: block.headingPath };
  return [block.anchor === undefined ? excerpt : { ...excerpt, anchor: block.anchor }];
};
