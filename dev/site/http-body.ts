import type { IncomingMessage } from 'node:http';

/** Read at most, so that the platform's own limit of 5 MB is answered by the platform's stand-in. */
const MAX_BYTES = 6 * 1024 * 1024;

/** Reads a request's body; what exceeds 6 MB is read and dropped. */
export const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size <= MAX_BYTES) chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};
