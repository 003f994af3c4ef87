import Resolver from '@forge/resolver';

import type { Answer } from './answer';
import { answers } from './answers';

/** The fixture's web trigger: the body names what to do, `{ do, with? }`, and the answer is what became of it. */
export const hook = async (event: { body: string }, context: unknown): Promise<unknown> => {
  const { do: name, with: input }: { do: string; with?: unknown } = JSON.parse(event.body) as {
    do: string;
    with?: unknown;
  };
  const answer: Answer | undefined = answers.get(name);
  const result = await answer?.(input, event, context);
  if (name === 'raw') {
    return result;
  }
  return {
    statusCode: 200,
    headers: { 'Content-Type': ['application/json'] },
    body: JSON.stringify(result ?? null),
  };
};

export const fixed = (event: { body: string }): unknown => ({ outputKey: event.body });

export const event = async (payload: unknown): Promise<void> => {
  await answers.get('remember')?.(payload, undefined, undefined);
};

const resolver = new Resolver();
for (const [name, answer] of answers) {
  resolver.define(name, async ({ payload, context }) => ({
    result: (await answer(payload, undefined, context)) ?? null,
  }));
}
export const page = resolver.getDefinitions();
