import { NeedsAuthenticationError } from '@forge/api';
import { reportDefect } from './report-defect';

/**
 * Runs what a resolver function does. The platform logs whatever reaches it, with its message, which may quote content: a
 * defect is reported without, and another error goes on in its place.
 *
 * @throws {NeedsAuthenticationError} the user's missing consent, for which the platform asks when it is thrown
 * @throws {Error} without any content, for a defect
 */
export const containDefect = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NeedsAuthenticationError) throw error;
    reportDefect({ requestId: undefined, error });
    // With its cause it would bring along what must not be logged.
    // eslint-disable-next-line preserve-caught-error
    throw new Error('the app has a defect, which its log names');
  }
};
