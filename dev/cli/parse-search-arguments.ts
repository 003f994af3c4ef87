import { parseArgs } from 'node:util';
import { isSigningSecret } from '../../src/keys/is-signing-secret';
import { parseNumber } from './parse-number';
import { parseOpen } from './parse-open';
import { UsageError } from './usage-error';

export const SEARCH_USAGE = `usage: npm run search -- "<query>" [--space KEY]… [--limit N] [--max-chars N] [--json]
                         [--content PATH]… [--open KEYS|all|none] [--url URL --secret BASE64]`;

export type SearchArguments = {
  readonly query: string;
  readonly spaces: readonly string[];
  readonly limit?: number;
  readonly maxChars?: number;
  readonly json: boolean;
  readonly contentPaths: readonly string[];
  readonly open?: 'all' | 'none' | readonly string[];
  /** A web trigger to call in place of the embedded site. */
  readonly remote?: { readonly url: string; readonly secret: string };
};

const readArguments = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        space: { type: 'string', multiple: true },
        limit: { type: 'string' },
        'max-chars': { type: 'string' },
        json: { type: 'boolean' },
        content: { type: 'string', multiple: true },
        open: { type: 'string' },
        url: { type: 'string' },
        secret: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong usage');
  }
};

const parseRemote = (url: string | undefined, secret: string | undefined) => {
  if (url === undefined && secret === undefined) return undefined;
  if (url === undefined || secret === undefined) throw new UsageError('--url and --secret go together');
  if (!URL.canParse(url)) throw new UsageError('--url takes an address');
  if (!isSigningSecret(secret)) throw new UsageError('--secret takes base64 of 32 to 64 bytes');
  return { url, secret };
};

/** Reads the arguments of `npm run search`. @throws {UsageError} */
export const parseSearchArguments = (argv: readonly string[]): SearchArguments => {
  const { values, positionals } = readArguments(argv);
  const [query] = positionals;
  if (query === undefined || positionals.length > 1) throw new UsageError('one query, in quotes');
  const remote = parseRemote(values.url, values.secret);
  if (remote !== undefined && (values.content !== undefined || values.open !== undefined)) {
    throw new UsageError('--content and --open set up the embedded site; they do not go with --url');
  }
  return {
    query,
    spaces: values.space ?? [],
    json: values.json ?? false,
    contentPaths: values.content ?? [],
    ...(values.limit === undefined ? {} : { limit: parseNumber('limit', values.limit, { min: 1, max: 25 }) }),
    ...(values['max-chars'] === undefined
      ? {}
      : { maxChars: parseNumber('max-chars', values['max-chars'], { min: 500, max: 50_000 }) }),
    ...(values.open === undefined ? {} : { open: parseOpen(values.open) }),
    ...(remote === undefined ? {} : { remote }),
  };
};
