import { escapeMarkdown } from './escape-markdown';

/** What a quote is called, as it stands before its text. */
export const quoteLabel = (label: string): string => `**${escapeMarkdown(label)}:**`;
