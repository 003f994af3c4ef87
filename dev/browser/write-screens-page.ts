import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { SurfaceState } from './surface-state';

const SURFACES = [
  ['space-settings', 'Space settings'],
  ['admin', 'Confluence settings'],
  ['macro', 'The macro'],
] as const;

const toTitle = (name: string, surface: string): string => name.slice(surface.length + 1).replaceAll('-', ' ');

/** Writes `README.md` beside the pictures: each of them, below the surface that it shows. */
export const writeScreensPage = async (directory: string, states: readonly SurfaceState[]): Promise<void> => {
  const sections = SURFACES.flatMap(([surface, title]) => [
    `## ${title}`,
    ...states
      .filter(({ name }) => name.startsWith(`${surface}-`))
      .map(({ name }) => `### ${toTitle(name, surface)}\n\n![${name.replaceAll('-', ' ')}](${name}.png)`),
  ]);
  const head = [
    '# Screens',
    'Every surface of the app in every state, drawn by the [local site](../local-site.md#in-a-browser): the pages around the app are a\nstand-in, the app is the real one. Made by `npm run screens`, which pictures what the tests hold against accessibility rules.',
  ];
  await writeFile(path.join(directory, 'README.md'), `${[...head, ...sections].join('\n\n')}\n`);
};
