import {
  Button,
  ButtonGroup,
  LoadingButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  RadioGroup,
  Stack,
  Text,
} from '@forge/react';
import { useState } from 'react';

import { useMessages } from '../../i18n/use-messages';
import { isUnsure, type Failure } from '../../refusals/failure';
import { FailureMessage } from '../../refusals/failure-message';

type Props = {
  readonly isCreating: boolean;
  readonly failure: Failure | undefined;
  readonly onCreate: (expiresInDays: number) => void;
  readonly onCancel: () => void;
};

const CHOICES = [365, 90, 30] as const;

export const ChooseExpiry = ({ isCreating, failure, onCreate, onCancel }: Props) => {
  const { say, count } = useMessages();
  const [days, setDays] = useState<number>(CHOICES[0]);
  return (
    <>
      <ModalHeader>
        <ModalTitle>{say('admin.createTitle')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.150">
          {failure !== undefined &&
            (isUnsure(failure) ? (
              <FailureMessage failure={failure} title="admin.createUnsure" help="admin.createUnsureHelp" />
            ) : (
              <FailureMessage failure={failure} title="admin.createFailed" />
            ))}
          <Text>{say('admin.createHelp')}</Text>
          <RadioGroup
            name="expiry"
            isDisabled={isCreating}
            value={String(days)}
            options={CHOICES.map((choice) => ({
              name: 'expiry',
              value: String(choice),
              label: count('admin.createDays', choice),
            }))}
            onChange={({ target }) => {
              setDays(Number(target.value));
            }}
          />
        </Stack>
      </ModalBody>
      <ModalFooter>
        <ButtonGroup label={say('admin.keyActions')}>
          <Button appearance="subtle" isDisabled={isCreating} onClick={onCancel}>
            {say('admin.cancel')}
          </Button>
          <LoadingButton
            appearance="primary"
            isLoading={isCreating}
            onClick={() => {
              onCreate(days);
            }}
          >
            {say('admin.createConfirm')}
          </LoadingButton>
        </ButtonGroup>
      </ModalFooter>
    </>
  );
};
