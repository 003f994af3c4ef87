import fc from 'fast-check';
import { checkTraces } from '../check-traces';
import type { Trial } from '../trial';

/** One kind of command. A step whose parameters fit nothing on the site does nothing. */
export type Step<P> = {
  readonly name: string;
  /** How often it comes, beside others. */
  readonly weight: number;
  readonly parameters: fc.Arbitrary<P>;
  readonly run: (trial: Trial, parameters: P) => Promise<void> | void;
};

export type TrialCommand = fc.AsyncCommand<Trial, Trial>;

/** The step as commands of fast-check, each followed by a look at what it left behind. */
const toCommands = <P>({ name, parameters, run }: Step<P>): fc.Arbitrary<TrialCommand> =>
  parameters.map((given) => ({
    check: () => true,
    run: async (trial) => {
      trial.tally.count('commands');
      await run(trial, given);
      checkTraces(trial);
    },
    toString: () => `${name}(${fc.stringify(given)})`,
  }));

/** `weight` times the commands, for choosing among steps. */
export const weigh = <P>(
  step: Step<P>,
): { readonly weight: number; readonly arbitrary: fc.Arbitrary<TrialCommand> } => ({
  weight: step.weight,
  arbitrary: toCommands(step),
});

/** Chooses from a list whose length is known only when the step runs. */
export const anyIndex = fc.nat({ max: 999 });
