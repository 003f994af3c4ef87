export const messages = { title: 'Promptless' } as const;
