import type MarkdownIt from 'markdown-it';

export type MarkdownToken = ReturnType<MarkdownIt['parse']>[number];
