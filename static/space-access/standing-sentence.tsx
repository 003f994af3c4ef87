import { Inline, Text, User } from '@forge/react';

import { useMessages } from '../i18n/use-messages';
import type { Standing } from './standing';

type Props = {
  readonly standing: Standing;
  /** A change that is under way. */
  readonly wanted?: boolean | undefined;
  /** RFC 3339. */
  readonly optedInAt?: string | undefined;
  /** Account id. */
  readonly optedInBy?: string | undefined;
};

/** How the space stands, in one sentence. */
export const StandingSentence = ({ standing, wanted, optedInAt, optedInBy }: Props) => {
  const { say, day } = useMessages();
  if (wanted !== undefined) return <Text>{say(wanted ? 'access.opening' : 'access.closing')}</Text>;
  if (standing !== 'open' || optedInAt === undefined) return <Text>{say(`access.${standing}`)}</Text>;
  if (optedInBy === undefined) return <Text>{say('access.openSince', { day: day(optedInAt) })}</Text>;
  const [before, after = ''] = say('access.openSinceBy', { day: day(optedInAt) }).split('{who}');
  return (
    <Inline space="space.050" alignBlock="center" shouldWrap>
      <Text>{before}</Text>
      <User accountId={optedInBy} />
      {after !== '' && <Text>{after}</Text>}
    </Inline>
  );
};
