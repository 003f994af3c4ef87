import type { SiteReply } from './model-site';
import type { ShownPage } from './reply-shapes';
import { pageIdsIn, spaceIdsIn, tokensIn } from './tokens';
import { violated } from './violation';
import { whyHidden } from './why-hidden';
import { wordsOf, type World, type WorldPage, type WorldSpace } from './world';

const CURSOR = /"nextCursor":"([^"]*)"/g;

const spaceWords = ({ key, alias, name }: WorldSpace): readonly string[] => [
  key.toLowerCase(),
  name,
  ...(alias === undefined ? [] : [alias]),
];

const pageWords = (world: World, page: WorldPage): readonly string[] => {
  const space = world.spaces.get(page.spaceId);
  return [...wordsOf(page), ...page.labels, ...(space === undefined ? [] : spaceWords(space))];
};

/** Beginnings count as well, and cursors must have nothing that can be read in them. */
const checkWords = (text: string, allowed: ReadonlySet<string>): void => {
  const cursors = [...text.matchAll(CURSOR)].map(([, cursor = '']) => cursor);
  const readable = text.replaceAll(CURSOR, '');
  const words = tokensIn(readable, { cut: true });
  const stray = words.find((word) => !allowed.has(word) && ![...allowed].some((each) => each.startsWith(word)));
  if (stray !== undefined) violated(`a reply holds "${stray}"`, text);
  for (const cursor of cursors) {
    const [inside] = tokensIn(`${cursor} ${Buffer.from(cursor, 'base64url').toString('latin1')}`);
    if (inside !== undefined) violated(`a cursor holds "${inside}"`, text);
  }
};

/** Everything in a reply, headers too, is of these pages and spaces as they are now. @throws {Violation} */
export const checkDisclosure = (
  world: World,
  { headers, text }: Pick<SiteReply, 'headers' | 'text'>,
  shown: { readonly pages?: readonly WorldPage[]; readonly spaces?: readonly WorldSpace[] } = {},
): void => {
  const { pages = [], spaces = [] } = shown;
  const whole = JSON.stringify(headers) + text;
  checkWords(
    whole,
    new Set([...pages.flatMap((page) => pageWords(world, page)), ...spaces.flatMap((space) => spaceWords(space))]),
  );
  const pageId = pageIdsIn(whole).find((id) => !pages.some((page) => page.id === id));
  if (pageId !== undefined) violated(`a reply holds the id of page ${pageId}`, whole);
  const spaceIds = [...pages.map((page) => page.spaceId), ...spaces.map(({ id }) => id)];
  const spaceId = spaceIdsIn(whole).find((id) => !spaceIds.includes(id));
  if (spaceId !== undefined) violated(`a reply holds the id of space ${spaceId}`, whole);
};

/** The page that a reply shows: it may be shown, and is shown as it is now. @throws {Violation} */
export const checkShownPage = (world: World, shown: ShownPage, text: string): WorldPage => {
  const hidden = whyHidden(world, shown.id);
  if (hidden !== undefined) violated(`a reply shows page ${shown.id}, which is hidden: ${hidden}`, text);
  const page = world.pages.get(shown.id);
  const space = page === undefined ? undefined : world.spaces.get(page.spaceId);
  if (page === undefined || space === undefined) return violated(`a reply shows page ${shown.id}, which is not there`);
  const is = [shown.type, shown.title, shown.version, [...shown.labels].sort(), shown.space.id, shown.space.key];
  const ought = [page.type, page.title, page.version, [...page.labels].sort(), space.id, space.key];
  if (JSON.stringify(is) !== JSON.stringify(ought)) violated(`page ${page.id} is not shown as it is`, is, ought);
  if (shown.space.name !== space.name) violated(`the space of page ${page.id} is not named as it is`, text);
  return page;
};
