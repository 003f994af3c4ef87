import { Box, Stack, Tab, TabList, TabPanel, Tabs } from '@forge/react';

import { useMessages } from '../i18n/use-messages';
import { ActivityTab } from './activity/activity-tab';
import { ConnectionTab } from './connection/connection-tab';
import { PolicyTab } from './policy/policy-tab';
import type { PanelProps } from './panel-props';
import { PauseSwitch } from './site/pause-switch';
import { StatusSentence } from './site/status-sentence';
import { SpacesTab } from './spaces/spaces-tab';
import { useVisited } from './use-visited';

const TABS = [
  { title: 'admin.tabConnection', Panel: ConnectionTab },
  { title: 'admin.tabSpaces', Panel: SpacesTab },
  { title: 'admin.tabPolicy', Panel: PolicyTab },
  { title: 'admin.tabActivity', Panel: ActivityTab },
] as const;

/** What holds for the whole site at once, and the tabs below it. */
export const AdminSettings = ({ site, status, change }: PanelProps) => {
  const { say } = useMessages();
  const { isVisited, visit } = useVisited(0);
  return (
    <Stack space="space.300">
      <StatusSentence status={status} />
      <PauseSwitch
        paused={status.paused}
        change={change}
        onChange={(paused) => {
          void site.change('pause', { functionKey: 'setPaused', payload: { paused } });
        }}
      />
      <Tabs id="admin-tabs" onChange={visit}>
        <TabList>
          {TABS.map(({ title }) => (
            <Tab key={title}>{say(title)}</Tab>
          ))}
        </TabList>
        {TABS.map(({ title, Panel }, index) => (
          <TabPanel key={title}>
            <Box paddingBlock="space.200">
              {isVisited(index) && <Panel site={site} status={status} change={change} />}
            </Box>
          </TabPanel>
        ))}
      </Tabs>
    </Stack>
  );
};
