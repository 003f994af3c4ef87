import {
  Button,
  Heading,
  List,
  ListItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';

import type { SpaceExclusions } from '../../src/contract/space-settings-api';
import { useMessages } from '../i18n/use-messages';
import { listReadable } from './list-readable';

type Props = {
  readonly exclusions: readonly SpaceExclusions[] | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

const NEVER = ['access.neverRestricted', 'access.neverSpaces', 'access.neverDrafts'] as const;

/** Asked before a space is opened: what becomes readable, what never does, and who may read it then. */
export const OpenDialog = ({ exclusions, onConfirm, onCancel }: Props) => {
  const messages = useMessages();
  const { say } = messages;
  return (
    <Modal onClose={onCancel}>
      <ModalHeader>
        <ModalTitle>{say('access.dialogTitle')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.200">
          <BulletList title={say('access.readableTitle')} items={listReadable(exclusions, messages)} />
          <BulletList title={say('access.neverTitle')} items={NEVER.map((key) => say(key))} />
          <SectionMessage appearance="warning" title={say('access.readersTitle')}>
            <Text>{say('access.readersText')}</Text>
          </SectionMessage>
          <Text>{say('access.undo')}</Text>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onCancel}>
          {say('access.cancel')}
        </Button>
        <Button appearance="primary" onClick={onConfirm}>
          {say('access.confirm')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};

const BulletList = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) => (
  <Stack space="space.050">
    <Heading as="h2" size="xsmall">
      {title}
    </Heading>
    <List type="unordered">
      {items.map((item) => (
        <ListItem key={item}>{item}</ListItem>
      ))}
    </List>
  </Stack>
);
