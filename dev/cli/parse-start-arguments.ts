import { parseArgs } from 'node:util';
import { DEFAULT_SITE_OPTIONS, type SiteOptions } from '../site/site-options';
import { isSigningSecret } from '../../src/keys/is-signing-secret';
import { parseNumber } from './parse-number';
import { parseOpen } from './parse-open';
import { UsageError } from './usage-error';

export const START_USAGE = `usage: npm start -- [--port N] [--content PATH]… [--open KEYS|all|none] [--latency MS] [--kvs-latency MS]
                    [--index-lag MS] [--rate N] [--secret BASE64] [--state FILE] [--site-search] [--bundle DIR] [--json]`;

const MAX_DELAY_MS = 600_000;

export type StartArguments = { readonly site: SiteOptions; readonly json: boolean };

const readArguments = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        content: { type: 'string', multiple: true },
        open: { type: 'string' },
        latency: { type: 'string' },
        'kvs-latency': { type: 'string' },
        'index-lag': { type: 'string' },
        rate: { type: 'string' },
        secret: { type: 'string' },
        state: { type: 'string' },
        'site-search': { type: 'boolean' },
        bundle: { type: 'string' },
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong usage');
  }
};

/** Reads the arguments of `npm start`. @throws {UsageError} */
export const parseStartArguments = (argv: readonly string[]): StartArguments => {
  const values = readArguments(argv);
  const delay = (option: 'latency' | 'kvs-latency' | 'index-lag'): number => {
    const value = values[option];
    return value === undefined ? 0 : parseNumber(option, value, { min: 0, max: MAX_DELAY_MS });
  };
  if (values.secret !== undefined && !isSigningSecret(values.secret)) {
    throw new UsageError('--secret takes base64 of 32 to 64 bytes');
  }
  return {
    json: values.json ?? false,
    site: {
      ...DEFAULT_SITE_OPTIONS,
      contentPaths: values.content ?? [],
      port: values.port === undefined ? 8090 : parseNumber('port', values.port, { min: 0, max: 65_535 }),
      latencyMs: delay('latency'),
      kvsLatencyMs: delay('kvs-latency'),
      indexLagMs: delay('index-lag'),
      siteSearch: values['site-search'] ?? false,
      ...(values.open === undefined ? {} : { open: parseOpen(values.open) }),
      ...(values.rate === undefined
        ? {}
        : { requestsPerMinute: parseNumber('rate', values.rate, { min: 0, max: 6000 }) }),
      ...(values.secret === undefined ? {} : { secret: values.secret }),
      ...(values.state === undefined ? {} : { stateFile: values.state }),
      ...(values.bundle === undefined ? {} : { bundle: values.bundle }),
    },
  };
};
