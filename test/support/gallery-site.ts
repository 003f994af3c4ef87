import { createServer, type Server } from 'node:http';
import path from 'node:path';

import { afterAll, beforeAll } from '@jest/globals';

import { createClock } from '../../dev/clock';
import { createEmbeddedConfluence } from '../../dev/confluence/embedded-confluence';
import type { AnswerHost } from '../../dev/host/answer-host';
import { createHost } from '../../dev/host/create-host';
import type { ForgePlatform } from '../../dev/platform/forge-platform';
import { InvocationError } from '../../dev/platform/invocation-error';
import { readBody } from '../../dev/site/http-body';

const APP = path.join(__dirname, 'gallery-app');

const macro = (localId: string): string =>
  `<ac:adf-extension><ac:adf-node type="extension"><ac:adf-attribute key="extension-type">com.atlassian.ecosystem</ac:adf-attribute><ac:adf-attribute key="extension-key">app/env/static/gallery-macro</ac:adf-attribute><ac:adf-attribute key="parameters"><ac:adf-parameter key="local-id">${localId}</ac:adf-parameter></ac:adf-attribute><ac:adf-attribute key="local-id">${localId}</ac:adf-attribute></ac:adf-node></ac:adf-extension>`;

/** Resolver functions of the gallery: the app's functions themselves are tested elsewhere. */
const invokeResolver: ForgePlatform['invokeResolver'] = ({ functionKey, payload, accountId, extension }) =>
  functionKey === 'echo'
    ? Promise.resolve({ payload, accountId, extension })
    : Promise.reject(new InvocationError('function-threw', `no function ${functionKey}`));

/** A site of one space and one page around the app that draws everything. */
export const useGallerySite = () => {
  let server: Server | undefined;
  let answerHost: AnswerHost | undefined;
  let url = '';
  const siteUrl = (): string => url;

  const answer = async (request: Parameters<typeof readBody>[0]) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site.invalid');
    const { method = 'GET', headers } = request;
    const body = (await readBody(request)).toString('utf8');
    return answerHost?.({ method, pathname, searchParams, headers, body });
  };

  beforeAll(async () => {
    const confluence = createEmbeddedConfluence({
      clock: createClock(),
      siteUrl,
      content: {
        spaces: [{ key: 'S', name: 'Space', admins: ['maya'] }],
        pages: [{ space: 'S', id: '11', title: 'Page', storage: `<p>Before</p>${macro('one')}<p>After</p>` }],
      },
    });
    answerHost = await createHost({ appDirectory: APP, platform: { invokeResolver }, confluence, siteUrl });
    server = createServer((request, response) => {
      void answer(request).then((found) => {
        response.writeHead(
          found?.status ?? 501,
          found?.headers.flatMap(([name, value]) => [name, value]),
        );
        response.end(found?.body);
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });

  return siteUrl;
};
