import { Inline } from '@forge/react';

import type { SpaceAccess } from '../../src/contract/space-settings-api';
import { toStanding } from './standing';
import { StandingLozenge } from './standing-lozenge';
import { StandingSentence } from './standing-sentence';

type Props = {
  readonly access: SpaceAccess;
  /** By an app access rule, as far as that is told. */
  readonly blocked?: boolean | undefined;
  /** A change that is under way. */
  readonly wanted?: boolean | undefined;
  /** Account id of whoever opened the space. */
  readonly optedInBy?: string | undefined;
};

/** How the space stands, at a glance and in one sentence. While a change is under way the glance shows what will be. */
export const SpaceStatus = ({ access, blocked, wanted, optedInBy }: Props) => {
  const standing = toStanding({ ...access, enabled: wanted ?? access.enabled }, blocked);
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <StandingLozenge standing={standing} />
      <StandingSentence standing={standing} wanted={wanted} optedInAt={access.optedInAt} optedInBy={optedInBy} />
    </Inline>
  );
};
