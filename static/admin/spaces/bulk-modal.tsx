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

import { useMessages } from '../../i18n/use-messages';
import type { BulkPlan } from './bulk-change';

type Props = { readonly plan: BulkPlan; readonly onConfirm: () => void; readonly onCancel: () => void };

const NAMES = 10;

/** Says how many spaces, which, and what it means to open or close them. */
export const BulkModal = ({ plan, onConfirm, onCancel }: Props) => {
  const { say, count, number } = useMessages();
  const { enabled, spaces, archived } = plan;
  const names = spaces
    .slice(0, NAMES)
    .map(({ name }) => name)
    .join(', ');
  const more = spaces.length - NAMES;
  return (
    <ModalTransition>
      <Modal onClose={onCancel}>
        <ModalHeader>
          <ModalTitle>{count(enabled ? 'admin.bulkOpenTitle' : 'admin.bulkCloseTitle', spaces.length)}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.100">
            <Text>{say(enabled ? 'admin.bulkOpenMeans' : 'admin.bulkCloseMeans')}</Text>
            <Text>
              {more > 0 ? say('admin.bulkNamesMore', { names, more: number(more) }) : say('admin.bulkNames', { names })}
            </Text>
            {archived > 0 && <Text>{count('admin.bulkArchived', archived)}</Text>}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <ButtonGroup label={say('admin.keyActions')}>
            <Button appearance="subtle" onClick={onCancel}>
              {say('admin.cancel')}
            </Button>
            <Button appearance="primary" onClick={onConfirm}>
              {say(enabled ? 'admin.bulkOpenConfirm' : 'admin.bulkCloseConfirm')}
            </Button>
          </ButtonGroup>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
};
