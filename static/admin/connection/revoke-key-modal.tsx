import {
  Button,
  ButtonGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
  Text,
} from '@forge/react';

import type { AdminKey } from '../../../src/contract/administration-api';
import { useMessages } from '../../i18n/use-messages';

type Props = {
  readonly revoked: AdminKey;
  /** Active keys that stay. */
  readonly others: readonly AdminKey[];
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
};

/** Says what stops when the key is revoked, and what goes on. */
export const RevokeKeyModal = ({ revoked, others, onCancel, onConfirm }: Props) => {
  const { say, day } = useMessages();
  const { id, lastUsedDay } = revoked;
  return (
    <ModalTransition>
      <Modal onClose={onCancel}>
        <ModalHeader>
          <ModalTitle appearance="danger">{say('admin.revokeTitle', { id })}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.100">
            <Text>{say('admin.revokeStops')}</Text>
            {others.length === 0 && <Text weight="bold">{say('admin.revokeOnly')}</Text>}
            {others.map((other) => (
              <Text key={other.id}>{say('admin.revokeOther', { id: other.id })}</Text>
            ))}
            <Text>
              {lastUsedDay === undefined
                ? say('admin.revokeNeverUsed')
                : say('admin.revokeLastUsed', { day: day(lastUsedDay) })}
            </Text>
          </Stack>
        </ModalBody>
        <ModalFooter>
          <ButtonGroup label={say('admin.keyActions')}>
            <Button appearance="subtle" onClick={onCancel}>
              {say('admin.cancel')}
            </Button>
            <Button appearance="danger" onClick={onConfirm}>
              {say('admin.revokeConfirm')}
            </Button>
          </ButtonGroup>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
};
