// Calls a Confluence with the published client, which is an ES module and validates what it gets, and prints what it read.
import { createClient } from 'confluence.js/core';
import { getCurrentUser, getRestrictionsForOperation, searchByCQL, searchContentByCQL } from 'confluence.js/v1';
import {
  getDataPolicySpaces,
  getPageAncestors,
  getPageById,
  getPages,
  getPagesInSpace,
  getSpaceById,
  getSpaceOperations,
  getSpaces,
} from 'confluence.js/v2';

const client = createClient({
  host: process.argv[2],
  auth: { type: 'basic', email: 'ada@site.test', apiToken: 'none' },
});

const expand = ['content.space', 'content.version', 'content.metadata.labels', 'content.body.storage'];
const search = await searchByCQL(client, {
  cql: 'type = page AND text ~ "deploy"',
  limit: 5,
  excerpt: 'indexed',
  expand,
});
const contentSearch = await searchContentByCQL(client, { cql: 'type = page', expand: ['space', 'body.storage'] });
const spaces = await getSpaces(client, { keys: ['ENG'], limit: 10 });
const [{ id: spaceId }] = spaces.results;
const pages = await getPages(client, { id: ['1001'], bodyFormat: 'storage' });
const problem = await getPageById(client, { id: '404' }).then(
  () => 'none',
  ({ name, status }) => ({ name, status }),
);

process.stdout.write(
  JSON.stringify({
    search: search.results.map(({ title, content }) => ({
      title,
      space: content.space.id,
      labels: content.metadata.labels.results.map(({ name }) => name),
      body: content.body.storage.value,
    })),
    contentSearch: contentSearch.results.map(({ id, space }) => [id, space.key]),
    spaces: spaces.results.map(({ key, type, status }) => [key, type, status]),
    space: (await getSpaceById(client, { id: spaceId, includeOperations: true })).operations.results.length > 0,
    operations: (await getSpaceOperations(client, { id: spaceId })).operations.length > 0,
    pages: pages.results.map(({ id, body }) => [id, body.storage.value]),
    pagesInSpace: (await getPagesInSpace(client, { id: spaceId, depth: 'root' })).results.map(({ id }) => id),
    ancestors: (await getPageAncestors(client, { id: '1002' })).results,
    policies: (await getDataPolicySpaces(client)).results.map(({ key, dataPolicy }) => [
      key,
      dataPolicy.anyContentBlocked,
    ]),
    user: (await getCurrentUser(client, { expand: ['operations'] })).accountId,
    restrictions: (await getRestrictionsForOperation(client, { id: '1001', operationKey: 'read' })).operation,
    problem,
  }),
);
