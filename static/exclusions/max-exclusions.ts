/** Labels, and page trees, that one place may exclude. */
export const MAX_EXCLUSIONS = 20;
