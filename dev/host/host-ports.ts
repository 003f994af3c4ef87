import type { EmbeddedConfluence } from '../confluence/embedded-confluence';
import type { ForgePlatform } from '../platform/forge-platform';
import type { AppFrames } from './app/app-frames';
import type { AppManifest, PageModule } from './app/app-manifest';
import type { Session } from './session';

/** The parts of the site that its pages are made of. */
export type HostPorts = {
  readonly platform: Pick<ForgePlatform, 'invokeResolver'>;
  readonly confluence: EmbeddedConfluence;
  readonly siteUrl: () => string;
  readonly manifest: AppManifest;
  readonly frames: AppFrames;
  /** What a module is called in a language. */
  readonly titleOf: (module: PageModule, locale: string) => string;
  /** The last part of the address of a module's page. */
  readonly routeOf: (module: PageModule) => string;
};

/** A request for a page. */
export type PageCall = {
  readonly ports: HostPorts;
  readonly session: Session;
  /** Where the header's form leads back to. */
  readonly path: string;
};
