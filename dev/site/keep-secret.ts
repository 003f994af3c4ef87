import * as v from 'valibot';
import { createKey } from './seed-site';
import type { InvokePorts } from './invoke-as-user';
import { SiteError } from './site-error';

/** The record in which the app keeps its keys, as far as this file changes it. */
const RECORD = 'key-ring';
const stored = v.object({
  value: v.looseObject({ keys: v.array(v.looseObject({ secret: v.string() })) }),
});

const readRing = ({ platform }: InvokePorts): v.InferOutput<typeof stored>['value'] | undefined => {
  const answer = platform.callStorage('/api/v1/secret/get', { key: RECORD });
  if (answer.status === 404) return undefined;
  return v.parse(stored, answer.body).value;
};

/**
 * Finds or makes the signing secret of the site. A secret that is given replaces the one that the app made: the app has
 * no way to be told one, and needs none.
 *
 * @returns whether the installation is a new one: it had no key before
 */
export const keepSecret = async (
  ports: InvokePorts,
  given: string | undefined,
): Promise<{ readonly secret: string; readonly isNew: boolean }> => {
  const isNew = readRing(ports) === undefined;
  if (isNew) await createKey(ports);
  const ring = readRing(ports);
  const [key] = ring?.keys ?? [];
  if (ring === undefined || key === undefined) throw new SiteError('the app has made no key');
  if (given === undefined) return { secret: key.secret, isNew };
  ports.platform.callStorage('/api/v1/secret/set', {
    key: RECORD,
    value: { ...ring, keys: [{ ...key, secret: given }] },
  });
  return { secret: given, isNew };
};
