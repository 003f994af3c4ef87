import { Stack } from '@forge/react';

import { AuditSection } from './audit-section';
import { CsvSection } from './csv-section';
import { SearchesSection } from './searches-section';

/** What Promptless was asked, in numbers, and what admins did. */
export const ActivityTab = () => (
  <Stack space="space.400">
    <SearchesSection />
    <AuditSection />
    <CsvSection />
  </Stack>
);
