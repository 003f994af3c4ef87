import { Stack } from '@forge/react';

import type { PanelProps } from '../panel-props';
import { activeKeys } from '../site/active-keys';
import { CurlSection } from './curl-section';
import { EndpointSection } from './endpoint-section';
import { KeysSection } from './keys-section';
import { SnippetSection } from './snippet-section';
import { TestSearchSection } from './test-search-section';

/** Everything that Promptless needs to ask, and the proof that it can. */
export const ConnectionTab = ({ site, status, change }: PanelProps) => {
  const { webTriggerUrl, keys } = status;
  const newest = activeKeys(keys, Date.now()).at(-1);
  return (
    <Stack space="space.400">
      <EndpointSection url={webTriggerUrl} />
      <KeysSection site={site} status={status} change={change} />
      <SnippetSection url={webTriggerUrl} keyId={newest?.id} />
      <TestSearchSection />
      {webTriggerUrl !== undefined && <CurlSection url={webTriggerUrl} />}
    </Stack>
  );
};
