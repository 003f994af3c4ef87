import * as v from 'valibot';
import type { ApiAsk } from './api-ask';
import type { ReplyContext } from './reply-context';
import { readReply, searchReply, spacesReply, statusReply } from './reply-schemas';

const DEFAULTS = {
  limit: 10,
  excerptsPerPage: 3,
  searchChars: 12_000,
  pageChars: 2000,
  readChars: 20_000,
  spaces: 100,
};
/** A cap of this many characters is none. */
const NO_CAP = 50_000;

/** Half of a surrogate pair. */
const HALF = /\p{Surrogate}/u;

const numberOf = (members: ApiAsk['members'], name: string, fallback: number): number => {
  const value = members[name];
  return typeof value === 'number' ? value : fallback;
};

const sum = (texts: readonly { readonly markdown: string }[]): number =>
  texts.reduce((total, { markdown }) => total + markdown.length, 0);

const allTexts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(allTexts)
      : [];

/** `[condition that must hold, what is wrong when it does not]` */
type Rule = readonly [boolean, string];

const broken = (rules: readonly Rule[]): readonly string[] => rules.flatMap(([holds, what]) => (holds ? [] : [what]));

const capped = (chars: number, { maxChars }: ReplyContext['caps']): number =>
  maxChars === NO_CAP ? chars : Math.min(chars, maxChars);

const checkSearch = (
  { results }: v.InferOutput<typeof searchReply>,
  { members }: ApiAsk,
  { readableSpaceIds, caps }: ReplyContext,
): readonly string[] => {
  const types = members['types'];
  return broken([
    [
      results.length <= Math.min(numberOf(members, 'limit', DEFAULTS.limit), caps.maxResults),
      'more results than asked for',
    ],
    [
      sum(results.flatMap(({ excerpts }) => excerpts)) <=
        capped(numberOf(members, 'maxChars', DEFAULTS.searchChars), caps),
      'more characters than maxChars',
    ],
    ...results.flatMap(({ page, excerpts, outline }): readonly Rule[] => [
      [readableSpaceIds.has(page.space.id), `a result of the closed space ${page.space.id}`],
      [
        sum(excerpts) <= numberOf(members, 'maxCharsPerPage', DEFAULTS.pageChars),
        'more characters than maxCharsPerPage',
      ],
      [excerpts.length <= numberOf(members, 'excerptsPerPage', DEFAULTS.excerptsPerPage), 'more than excerptsPerPage'],
      [!Array.isArray(types) || types.includes(page.type), `a result of type ${page.type}`],
      [(outline !== undefined) === (members['outline'] === true), 'an outline where none was asked for, or none'],
    ]),
  ]);
};

const checkRead = (
  { page, markdown, truncated, nextCursor }: v.InferOutput<typeof readReply>,
  { members }: ApiAsk,
  { readableSpaceIds, caps }: ReplyContext,
): readonly string[] =>
  broken([
    [page.id === members['pageId'], 'another page than asked for'],
    [readableSpaceIds.has(page.space.id), `a page of the closed space ${page.space.id}`],
    [
      markdown.length <= capped(numberOf(members, 'maxChars', DEFAULTS.readChars), caps),
      'more characters than maxChars',
    ],
    [truncated === (nextCursor !== undefined), 'truncated and nextCursor disagree'],
  ]);

const parsedWith = <Reply extends v.GenericSchema>(
  schema: Reply,
  value: unknown,
  check: (reply: v.InferOutput<Reply>) => readonly string[],
): readonly string[] => {
  const parsed = v.safeParse(schema, value);
  return parsed.success
    ? check(parsed.output)
    : parsed.issues.map((issue) => `not the documented reply: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
};

const checkOperation = (value: unknown, ask: ApiAsk, context: ReplyContext): readonly string[] => {
  switch (ask.operation) {
    case 'search':
      return parsedWith(searchReply, value, (reply) => checkSearch(reply, ask, context));
    case 'read':
      return parsedWith(readReply, value, (reply) => checkRead(reply, ask, context));
    case 'spaces':
      return parsedWith(spacesReply, value, ({ spaces }) =>
        broken([
          [spaces.length <= numberOf(ask.members, 'limit', DEFAULTS.spaces), 'more spaces than asked for'],
          [spaces.every(({ id }) => context.listedSpaceIds.has(id)), 'a closed space is listed'],
        ]),
      );
    case 'status':
      return parsedWith(statusReply, value, () => []);
  }
};

const isOfRequest = (value: unknown, requestId: string): boolean =>
  typeof value === 'object' && value !== null && 'requestId' in value && value.requestId === requestId;

/** What is wrong with the body of a reply of status 200. */
export const checkSuccess = (value: unknown, context: ReplyContext): readonly string[] => {
  const { ask } = context.request;
  return [
    ...(ask === undefined ? [] : checkOperation(value, ask, context)),
    ...broken([
      [!allTexts(value).some((text) => HALF.test(text)), 'half a surrogate pair'],
      [ask === undefined || isOfRequest(value, ask.requestId), 'not the requestId that was sent'],
    ]),
  ];
};
