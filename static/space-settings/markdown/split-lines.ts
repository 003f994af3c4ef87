import type { Inline } from './block';

/** The lines that breaks divide a text into: UI Kit has no line break. */
export const splitLines = (parts: readonly Inline[]): readonly (readonly Inline[])[] =>
  parts.reduce<readonly (readonly Inline[])[]>(
    (lines, part) =>
      part.kind === 'break' ? [...lines, []] : [...lines.slice(0, -1), [...(lines.at(-1) ?? []), part]],
    [[]],
  );
