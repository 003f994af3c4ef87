import AtlaskitTabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';

import { flagProp, handlerProp, numberProp, textProp } from '../tree/ui-kit-node';
import { DrawChildren, type Drawing } from './draw-node';

/** Drawn as a whole: Atlaskit looks for the list and the panels among the direct children. */
const Tabs: Drawing = ({ node }) => {
  const selected = numberProp(node, 'selected');
  const onChange = handlerProp(node, 'onChange');
  const tabs = node.children.find(({ type }) => type === 'TabList')?.children ?? [];
  return (
    <AtlaskitTabs
      id={textProp(node, 'id') ?? 'tabs'}
      defaultSelected={numberProp(node, 'defaultSelected')}
      {...(selected === undefined ? {} : { selected })}
      shouldUnmountTabPanelOnChange={flagProp(node, 'shouldUnmountTabPanelOnChange')}
      onChange={(index) => void onChange?.(index)}
    >
      <TabList>
        {tabs.map((tab) => (
          <Tab key={tab.key}>
            <DrawChildren node={tab} />
          </Tab>
        ))}
      </TabList>
      {node.children
        .filter(({ type }) => type === 'TabPanel')
        .map((panel) => (
          <TabPanel key={panel.key}>
            <div className="tab-panel">
              <DrawChildren node={panel} />
            </div>
          </TabPanel>
        ))}
    </AtlaskitTabs>
  );
};

export const tabDrawings = { Tabs };
