import type { SandboxOutcome } from './sandbox/sandbox-types';

type InvocationErrorCode = 'function-threw' | 'time-limit' | 'crashed' | 'payload-too-large' | 'response-too-large';

/** A call of a resolver or an event function that came to nothing. Production words the message differently. */
export class InvocationError extends Error {
  override readonly name = 'InvocationError';

  constructor(
    readonly code: InvocationErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** @throws {InvocationError} unless the function returned. */
export const valueOf = (outcome: SandboxOutcome): unknown => {
  switch (outcome.kind) {
    case 'returned':
      return outcome.value;
    case 'threw':
      throw new InvocationError('function-threw', `${outcome.error.name}: ${outcome.error.message}`);
    case 'timed-out':
      throw new InvocationError('time-limit', 'The function did not finish in time');
    case 'crashed':
      throw new InvocationError('crashed', outcome.reason);
  }
};
