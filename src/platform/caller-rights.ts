import api, { route } from '@forge/api';
import * as v from 'valibot';
import { isSpaceKey, parseSpaceId } from '../fence/space-id';
import { ConfluenceFailure } from '../search/confluence-failure';
import type { CallerRights, SpaceSeenByCaller } from '../settings/caller';
import { confluenceAnswer } from './confluence-answer';

const operation = v.object({ operation: v.string(), targetType: v.string() });

const spaceAnswer = v.object({
  id: v.union([v.string(), v.number()]),
  key: v.pipe(v.string(), v.check(isSpaceKey)),
  status: v.string(),
  spaceOwnerId: v.nullish(v.string()),
  operations: v.optional(v.object({ results: v.array(operation) })),
});

const userAnswer = v.object({ operations: v.optional(v.array(operation)) });

const NOT_AVAILABLE: SpaceSeenByCaller = { kind: 'not-available' };

/** Missing and not permitted are one answer of Confluence's, and one here. */
const isClosed = (error: unknown): boolean =>
  error instanceof ConfluenceFailure && (error.status === 404 || error.status === 403);

/**
 * The caller's rights, asked as the caller. A space administrator has the operation `administer` on the `space`, a
 * Confluence administrator has it on the `application`; no answer that says so, no right. The owner (`spaceOwnerId`) comes
 * with the same answer.
 *
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/
 */
export const callerRights: CallerRights = {
  seeSpace: async (spaceId) => {
    let answer: unknown;
    try {
      answer = await confluenceAnswer((signal) =>
        api.asUser().requestConfluence(route`/wiki/api/v2/spaces/${spaceId}?include-operations=true`, {
          headers: { accept: 'application/json' },
          signal,
        }),
      );
    } catch (error) {
      if (isClosed(error)) return NOT_AVAILABLE;
      throw error;
    }
    const parsed = v.safeParse(spaceAnswer, answer);
    if (!parsed.success) throw new ConfluenceFailure('unusable-answer');
    const { id, key, status, spaceOwnerId, operations } = parsed.output;
    if (parseSpaceId(id) !== spaceId) throw new ConfluenceFailure('unusable-answer');
    const mayAdminister =
      operations?.results.some(({ operation: name, targetType }) => name === 'administer' && targetType === 'space') ??
      false;
    const owner = spaceOwnerId ?? '';
    return {
      kind: 'visible',
      id: spaceId,
      key,
      status,
      mayAdminister,
      ...(owner === '' ? {} : { ownerAccountId: owner }),
    };
  },

  administersConfluence: async () => {
    const parsed = v.safeParse(
      userAnswer,
      await confluenceAnswer((signal) =>
        api.asUser().requestConfluence(route`/wiki/rest/api/user/current?expand=operations`, {
          headers: { accept: 'application/json' },
          signal,
        }),
      ),
    );
    if (!parsed.success) throw new ConfluenceFailure('unusable-answer');
    return (
      parsed.output.operations?.some(
        ({ operation: name, targetType }) => name === 'administer' && targetType === 'application',
      ) ?? false
    );
  },
};
