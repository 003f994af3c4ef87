import fc from 'fast-check';
import { ask, checkAlike, checkProblem, type Credential } from '../ask';
import { checkSearchReply, type FoundPages } from '../check-search-reply';
import { isAnyThere, selectedSpaceIds } from '../selected-spaces';
import { pick, pickPageId, type SearchBody, type Trial } from '../trial';
import { violated } from '../violation';
import { visiblePages, whyHidden } from '../why-hidden';
import { isSettled, lineage, wordsOf, type World, type WorldPage } from '../world';
import { credential } from './credential';
import { anyIndex, type Step } from './step';

const fits = (world: World, page: WorldPage, { types, labels, under }: SearchBody): boolean =>
  (types?.includes(page.type) ?? true) &&
  (labels?.any === undefined || labels.any.some((label) => page.labels.includes(label))) &&
  !(labels?.none?.some((label) => page.labels.includes(label)) ?? false) &&
  (under === undefined ||
    lineage(world, page)
      .slice(1)
      .some(({ id }) => id === under));

type Searching = {
  /** Asked for: a word of one page, the word of all, or both. */
  readonly words: 'one' | 'common' | 'both';
  readonly page: number;
  readonly word: number;
  readonly limit: number;
  readonly spaces: readonly number[] | undefined;
  readonly types: readonly ('page' | 'blogpost')[] | undefined;
  readonly labels: { readonly any: boolean; readonly label: number } | undefined;
  readonly under: number | undefined;
  readonly outline: boolean;
  readonly credential: Credential;
};

const searching: fc.Arbitrary<Searching> = fc.record({
  words: fc.constantFrom('one', 'one', 'common', 'common', 'both'),
  page: anyIndex,
  word: anyIndex,
  limit: fc.constantFrom(1, 2, 3, 10, 25, 25),
  spaces: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    fc.array(anyIndex, { minLength: 1, maxLength: 3 }),
  ),
  types: fc.constantFrom<Searching['types'][]>(undefined, undefined, undefined, ['page'], ['blogpost']),
  labels: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    fc.record({ any: fc.boolean(), label: fc.nat({ max: 2 }) }),
  ),
  under: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, anyIndex),
  outline: fc.boolean(),
  credential,
});

/** Keys, aliases and names that there are and were, and one that never was. */
const spaceNames = ({ world, tokens }: Trial): readonly string[] => [
  ...[...world.optIns.values()].flatMap(({ key }) => (key === '' ? [] : [key])),
  ...[...world.spaces.values()].flatMap(({ key, alias }) => [
    key,
    key.toLowerCase(),
    ...(alias === undefined ? [] : [alias]),
  ]),
  tokens.next('nothing'),
];

const toBody = (trial: Trial, given: Searching, query: string): SearchBody => {
  const { world } = trial;
  const names = spaceNames(trial);
  const label = given.labels === undefined ? undefined : pick(world.labels, given.labels.label);
  const under = given.under === undefined ? undefined : pickPageId(world, given.under);
  return {
    operation: 'search',
    query,
    ...(given.spaces === undefined ? {} : { spaces: given.spaces.flatMap((each) => pick(names, each) ?? []) }),
    ...(given.types === undefined ? {} : { types: given.types }),
    ...(label === undefined ? {} : { labels: given.labels?.any === true ? { any: [label] } : { none: [label] } }),
    ...(under === undefined ? {} : { under }),
    limit: given.limit,
    outline: given.outline,
  };
};

const COMMON = 'zebra';

/** Everything that may be found is found, as far as there is room; nothing else is. */
const checkFound = (
  { world }: Trial,
  { body, wanted }: { readonly body: SearchBody; readonly wanted: readonly WorldPage[] },
  found: FoundPages,
  text: string,
): void => {
  const stray = found.pages.find((page) => !wanted.includes(page));
  if (stray !== undefined) violated(`page ${stray.id} is found, which does not answer`, body, text);
  const room = Math.min(body.limit, world.policy.maxResults);
  if (found.pages.length !== Math.min(room, wanted.length)) {
    violated(
      `${wanted.length} pages answer, and not all are found`,
      body,
      wanted.map(({ id }) => id),
      text,
    );
  }
  if (found.nextCursor === undefined && wanted.length > room) violated('there is more, and no cursor', body, text);
};

/** Searches for words of any page that is or ever was. */
export const searchStep: Step<Searching> = {
  name: 'search',
  weight: 16,
  parameters: searching,
  run: async (trial, given) => {
    const { world, tokens, tally, cursors } = trial;
    const words = [...world.owners.keys()];
    const pageId = pickPageId(world, given.page);
    const ofPage = words.filter((word) => world.owners.get(word) === pageId);
    const word = given.words === 'common' ? undefined : pick(ofPage, given.word);
    const query = [...(given.words === 'one' ? [] : [COMMON]), ...(word === undefined ? [] : [word])].join(' ');
    if (query === '') return;
    const body = toBody(trial, given, query);
    const reply = await ask(trial, body, given.credential);
    if (reply === undefined) return;

    if (world.policy.paused) {
      tally.count('refused: paused');
      checkProblem(trial, reply, 'access_paused');
      if (reply.calls.some(({ to }) => to === 'confluence'))
        violated('Confluence is asked while the app is paused', reply);
      return;
    }
    const reason = word === undefined || pageId === undefined ? undefined : whyHidden(world, pageId);
    if (reason !== undefined && word !== undefined) {
      tally.count(`hidden: ${reason}`);
      const missing = await ask(
        trial,
        { ...body, query: query.replace(word, tokens.next('nothing')) },
        given.credential,
      );
      if (missing !== undefined) checkAlike(trial, reply, missing);
    }
    const selected = selectedSpaceIds(world, body.spaces);
    const isThere = isAnyThere(world, selected);
    if (reply.status !== 200) {
      tally.count('refused: no space open');
      if (isThere) violated('a search of open spaces is refused', body, reply);
      checkProblem(trial, reply, 'no_space_available');
      return;
    }
    if (selected.length === 0) violated('a search is answered for which no space is open', body, reply);
    const found = checkSearchReply(trial, reply, selected);
    if (found.nextCursor !== undefined) {
      const { nextCursor: cursor } = found;
      cursors.push({ of: 'search', cursor, body, issuedAtMs: world.nowMs(), spaceIds: [...selected].sort() });
    }
    if (!isSettled(world)) return;
    const answering = visiblePages(world).filter((page) => selected.includes(page.spaceId) && fits(world, page, body));
    const wanted = answering.filter((page) => given.words !== 'one' || wordsOf(page).includes(word ?? ''));
    checkFound(trial, { body, wanted }, found, reply.text);
  },
};
