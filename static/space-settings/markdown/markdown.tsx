import { Blocks } from './blocks';
import { readMarkdown } from './read-markdown';

/** Shows Markdown with the product's own components. */
export const Markdown = ({ markdown }: { readonly markdown: string }) => <Blocks blocks={readMarkdown(markdown)} />;
