import * as v from 'valibot';

/** The targets of `__forge_fetch__` that are modelled; `egress` is the stand-in's own, for the global `fetch`. */
const targetSchema = v.variant('type', [
  v.looseObject({
    type: v.literal('fpp'),
    provider: v.picklist(['app', 'user', 'none']),
    remote: v.picklist(['confluence', 'stargate']),
    accountId: v.optional(v.string()),
    contextAri: v.optional(v.string()),
  }),
  v.looseObject({ type: v.literal('kvs') }),
  v.looseObject({ type: v.literal('egress') }),
]);
export type ProxyTarget = v.InferOutput<typeof targetSchema>;
export type ProductTarget = Extract<ProxyTarget, { readonly type: 'fpp' }>;

/** `undefined` for a target that is not modelled: Jira, Bitbucket, remotes, containers, external providers. */
export const parseProxyTarget = (targetJson: string): ProxyTarget | undefined => {
  const parsed = v.safeParse(targetSchema, JSON.parse(targetJson));
  return parsed.success ? parsed.output : undefined;
};
