import { readFile } from 'node:fs/promises';
import { ContentError } from './content-error';

/**
 * Reads a file as UTF-8, without its byte order mark.
 *
 * @throws {ContentError} when it cannot be read or is not UTF-8
 */
export const readTextFile = async (file: string): Promise<string> => {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new ContentError({ file }, 'cannot be read', { cause });
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ContentError({ file }, 'is not UTF-8', { cause });
  }
};
