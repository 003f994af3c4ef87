import { SectionMessage, Text } from '@forge/react';

import type { Refusal } from '../../src/contract/refusal';
import type { SpaceAccess } from '../../src/contract/space-settings-api';
import type { MessageKey } from '../i18n/message-key';
import { useMessages } from '../i18n/use-messages';
import { toFailureKey } from '../refusals/failure';

type Hindrance = {
  readonly appearance: 'information' | 'warning';
  readonly title: MessageKey;
  readonly text: MessageKey;
};

/** What keeps the space from being searched or opened, whoever looks. */
export const Hindrances = ({
  access,
  blocked = false,
}: {
  readonly access: SpaceAccess;
  /** By an app access rule, as far as that is told. */
  readonly blocked?: boolean | undefined;
}) => {
  const { say } = useMessages();
  return listHindrances(access, blocked).map(({ appearance, title, text }) => (
    <SectionMessage key={title} appearance={appearance} title={say(title)}>
      <Text>{say(text)}</Text>
    </SectionMessage>
  ));
};

const listHindrances = (access: SpaceAccess, blocked: boolean): readonly Hindrance[] => [
  ...(access.paused ? [PAUSED] : []),
  ...(blocked ? [BLOCKED] : []),
  ...(access.archived === true ? [ARCHIVED] : []),
  ...(access.mayChange && access.mayNotOpen !== undefined && !TOLD_OTHERWISE.includes(access.mayNotOpen)
    ? [{ appearance: 'information', title: 'access.forbiddenTitle', text: toFailureKey(access.mayNotOpen) } as const]
    : []),
];

const PAUSED: Hindrance = { appearance: 'warning', title: 'access.pausedTitle', text: 'access.pausedHelp' };
const BLOCKED: Hindrance = { appearance: 'warning', title: 'access.blockedTitle', text: 'access.blockedHelp' };
const ARCHIVED: Hindrance = {
  appearance: 'warning',
  title: 'access.archivedTitle',
  text: 'refusal.space-archived',
};
/** The last is told when opening was tried: then it may be known. */
const TOLD_OTHERWISE: readonly Refusal[] = ['space-archived', 'not-space-admin', 'confluence-unavailable'];
