import { useEffect, useState } from 'react';

import { toChangeable } from './admin-state';
import type { AdminState, SiteStatus } from './admin-state';
import { askForKey, askForStatus } from './ask-admin';

/**
 * The app's settings for the whole site. Calls while a change is under way are ignored. `secret` is there from the
 * creation of a key until it is dismissed, and kept nowhere else.
 */
export const useAdmin = () => {
  const [state, setState] = useState<AdminState>({ kind: 'loading' });
  const [secret, setSecret] = useState<string>();

  useEffect(() => {
    void askForStatus({ functionKey: 'getStatus' }).then(setState);
  }, []);

  const change = (run: (status: SiteStatus) => Promise<AdminState>): void => {
    const status = toChangeable(state);
    if (status === undefined) return;
    setState({ kind: 'saving', status });
    void run(status).then(setState);
  };

  return {
    state,
    secret,
    setPaused: (paused: boolean) => {
      change((status) => askForStatus({ functionKey: 'setPaused', payload: { paused } }, status));
    },
    setLimit: (requestsPerMinute: number) => {
      change((status) => askForStatus({ functionKey: 'setLimits', payload: { requestsPerMinute } }, status));
    },
    createKey: () => {
      change(async (status) => {
        const answer = await askForKey(status);
        if (answer.secret !== undefined) setSecret(answer.secret);
        return answer.state;
      });
    },
    revokeKey: (keyId: string) => {
      change((status) => askForStatus({ functionKey: 'revokeKey', payload: { keyId } }, status));
    },
    dismissSecret: () => {
      setSecret(undefined);
    },
  };
};
