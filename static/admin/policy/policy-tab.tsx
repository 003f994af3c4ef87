import { Stack } from '@forge/react';

import type { PanelProps } from '../panel-props';
import { CapsSection } from './caps-section';
import { ExcludedSection } from './excluded-section';
import { LimitsSection } from './limits-section';
import { OpenersSection } from './openers-section';

/** The rules that hold for every space and every request. */
export const PolicyTab = (props: PanelProps) => (
  <Stack space="space.500">
    <OpenersSection {...props} />
    <ExcludedSection {...props} />
    <CapsSection {...props} />
    <LimitsSection {...props} />
  </Stack>
);
