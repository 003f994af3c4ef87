import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { createAnswerHost, type AnswerHost } from './answer-host';
import { createAppFrames } from './app/app-frames';
import { parseAppManifest } from './app/app-manifest';
import { readTranslations, translate } from './app/translations';
import type { HostPorts } from './host-ports';

export type HostOptions = Pick<HostPorts, 'platform' | 'confluence' | 'siteUrl'> & {
  readonly appDirectory: string;
  /** Folder with Forge's own bundle of the functions; absent: bundled in memory. */
  readonly bundle?: string | undefined;
};

/** Sets up the pages of a site. Nothing is bundled before somebody opens one. */
export const createHost = async ({ appDirectory, bundle, ...ports }: HostOptions): Promise<AnswerHost> => {
  const manifest = parseAppManifest(await readFile(path.join(appDirectory, 'manifest.yml'), 'utf8'));
  const texts = await readTranslations(appDirectory, manifest);
  const titleOf: HostPorts['titleOf'] = ({ title }, locale) => translate(title, locale, manifest, texts);
  return createAnswerHost({
    ...ports,
    manifest,
    frames: createAppFrames({ appDirectory, manifest, bundle }),
    titleOf,
    routeOf: (module) => module.route ?? titleOf(module, '').toLowerCase().replace(/\W+/g, '-'),
  });
};
