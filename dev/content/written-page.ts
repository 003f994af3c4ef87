import type { ContentErrorPlace } from './content-error';
import type { PageSource, SpaceSource } from './site-content';

/** A page as it was read, with its body as it was written. */
export type WrittenPage = {
  readonly page: Omit<PageSource, 'storage'>;
  readonly body: { readonly storage: string } | { readonly markdown: string };
  /** Where the page stands among the others of its source, with `/`: what relative links are followed by. */
  readonly path?: string;
  readonly place: ContentErrorPlace;
};

/** What one `--content` path holds. */
export type WrittenContent = {
  readonly spaces: readonly SpaceSource[];
  readonly pages: readonly WrittenPage[];
};
