import { Lozenge } from '@forge/react';

import { useMessages } from '../i18n/use-messages';
import type { Standing } from './standing';

const APPEARANCES = {
  open: 'success',
  closed: 'default',
  paused: 'moved',
  blocked: 'removed',
  archived: 'moved',
} as const satisfies Record<Standing, string>;

export const StandingLozenge = ({ standing }: { readonly standing: Standing }) => {
  const { say } = useMessages();
  return <Lozenge appearance={APPEARANCES[standing]}>{say(`access.lozenge-${standing}`)}</Lozenge>;
};
