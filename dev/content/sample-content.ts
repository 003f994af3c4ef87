import { join } from 'node:path';

/** The content that the local site serves when no other is named. */
export const sampleContentDirectory: string = join(__dirname, 'sample');
