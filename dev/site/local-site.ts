import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createClock, type Clock } from '../clock';
import { createEmbeddedConfluence, type EmbeddedConfluence } from '../confluence/embedded-confluence';
import { loadContent } from '../content/load-content';
import { sampleContentDirectory } from '../content/sample-content';
import { createHost } from '../host/create-host';
import { createForgePlatform, type ForgePlatform } from '../platform/forge-platform';
import { answerHttp } from './answer-http';
import { keepSecret } from './keep-secret';
import { findOpenKeys, limitRequests, openSpaces } from './seed-site';
import { SiteError } from './site-error';
import type { SiteOptions } from './site-options';

/** A running local site. */
export type LocalSite = {
  /** Address of the site, without `/wiki`. */
  readonly url: string;
  readonly webTriggerUrl: string;
  /** Base64; signs requests to the web trigger. */
  readonly secret: string;
  readonly openKeys: readonly string[];
  readonly platform: ForgePlatform;
  readonly confluence: EmbeddedConfluence;
  readonly clock: Clock;
  readonly close: () => Promise<void>;
};

const APP_DIRECTORY = resolve(__dirname, '../..');
const WEB_TRIGGER = 'search';
const LOOPBACK = '127.0.0.1';

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'EADDRINUSE' ? new SiteError(`port ${port} is taken: choose another with --port`) : error);
    });
    server.listen(port, LOOPBACK, () => {
      done((server.address() as AddressInfo).port);
    });
  });

const stop = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => {
      done();
    });
    server.closeAllConnections();
  });

/**
 * Starts a site: loads content, runs the app's own bundle on the stand-in, opts spaces in through the app's resolvers,
 * and listens on loopback.
 *
 * @throws {SiteError} {ContentError}
 */
export const startLocalSite = async (options: SiteOptions): Promise<LocalSite> => {
  const content = await loadContent(
    options.contentPaths.length === 0 ? [sampleContentDirectory] : options.contentPaths,
  );
  const clock = createClock();
  let url = '';
  const siteUrl = (): string => url;
  const confluence = createEmbeddedConfluence({
    content,
    clock,
    siteUrl,
    indexLagMs: options.indexLagMs,
    siteSearch: options.siteSearch,
  });
  const platform = await createForgePlatform({
    appDirectory: APP_DIRECTORY,
    confluence: confluence.handle,
    clock,
    siteUrl,
    confluenceLatencyMs: options.latencyMs,
    kvsLatencyMs: options.kvsLatencyMs,
    ...(options.stateFile === undefined ? {} : { stateFile: options.stateFile }),
    ...(options.bundle === undefined ? {} : { bundle: options.bundle }),
  });
  const answerHost = await createHost({
    appDirectory: APP_DIRECTORY,
    bundle: options.bundle,
    platform,
    confluence,
    siteUrl,
  });
  const server = createServer((request, response) => {
    void answerHttp(request, response, { platform, confluence, clock, siteUrl, answerHost });
  });
  const close = async (): Promise<void> => {
    await stop(server);
    await platform.close();
  };
  try {
    url = `http://${LOOPBACK}:${await listen(server, options.port)}`;
    const ports = { platform, confluence, siteUrl };
    const { secret, isNew } = await keepSecret(ports, options.secret);
    if (options.requestsPerMinute !== undefined) await limitRequests(ports, options.requestsPerMinute);
    const seedPorts = { ...ports, clock };
    // A state file brings its own registry; it is changed only where the command says so.
    const openKeys =
      isNew || options.open !== undefined
        ? await openSpaces(seedPorts, { open: options.open, isNew })
        : await findOpenKeys(seedPorts);
    platform.clearCalls();
    return {
      url,
      webTriggerUrl: `${url}${platform.webTriggerPath(WEB_TRIGGER) ?? ''}`,
      secret,
      openKeys,
      platform,
      confluence,
      clock,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
