import { NullLogger, StatsigService } from '@forge/cli-shared';

/** Stands for Atlassian's remote feature flags, which Forge's linters ask for: every flag is off, every list is empty. */
export class OfflineFlags extends StatsigService {
  constructor() {
    super(
      NullLogger,
      undefined,
      { getCredentials: () => Promise.reject(new Error('The linter runs without an account.')) },
      { readConfigSection: () => Promise.resolve('missing') },
    );
  }

  override checkGate(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override getDynamicConfig(): Promise<null> {
    return Promise.resolve(null);
  }
}
