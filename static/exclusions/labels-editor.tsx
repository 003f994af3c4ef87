import {
  Button,
  ErrorMessage,
  Form,
  HelperMessage,
  Inline,
  Label,
  Stack,
  Tag,
  TagGroup,
  Text,
  Textfield,
} from '@forge/react';

import type { Edit } from '../fields/edit';
import { useTypedText } from '../fields/use-typed-text';
import type { MessageKey } from '../i18n/message-key';
import { useMessages } from '../i18n/use-messages';
import { addExclusion } from './add-exclusion';
import { MAX_EXCLUSIONS } from './max-exclusions';
import { parseLabel } from './parse-label';

type Props = {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly labels: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (edit: Edit<readonly string[]>) => void;
};

/** Labels that are excluded, one added at a time. Goes inside no form: it is one. */
export const LabelsEditor = ({ id, labels, isDisabled, onChange }: Props) => {
  const { say } = useMessages();
  const { text, latest, type } = useTypedText();
  const fault = toFault(text, labels);
  const isFull = labels.length >= MAX_EXCLUSIONS;
  const add = (): void => {
    const label = parseLabel(latest());
    if (label === undefined || labels.includes(label) || isFull || isDisabled) return;
    onChange((now) => addExclusion(now, label));
    type('');
  };
  return (
    <Stack space="space.050">
      <Form onSubmit={add}>
        <Label labelFor={id}>{say('exclusions.labelField')}</Label>
        <Inline space="space.100" alignBlock="center">
          <Textfield
            id={id}
            value={text}
            isDisabled={isDisabled || isFull}
            isInvalid={fault !== undefined}
            onChange={({ target }) => {
              type(String(target.value));
            }}
          />
          <Button type="submit" isDisabled={isDisabled || isFull || text.trim() === '' || fault !== undefined}>
            {say('exclusions.labelAdd')}
          </Button>
        </Inline>
      </Form>
      {fault !== undefined && <ErrorMessage>{say(fault)}</ErrorMessage>}
      <HelperMessage>{say(isFull ? 'exclusions.full' : 'exclusions.labelsHelp')}</HelperMessage>
      {labels.length === 0 ? (
        <Text color="color.text.subtle">{say('exclusions.labelsNone')}</Text>
      ) : (
        <TagGroup>
          {labels.map((each) => (
            <Tag
              key={each}
              text={each}
              isRemovable={!isDisabled}
              removeButtonLabel={say('exclusions.labelRemove', { label: each })}
              onAfterRemoveAction={() => {
                onChange((now) => now.filter((other) => other !== each));
              }}
            />
          ))}
        </TagGroup>
      )}
    </Stack>
  );
};

const toFault = (typed: string, labels: readonly string[]): MessageKey | undefined => {
  if (typed.trim() === '') return undefined;
  const label = parseLabel(typed);
  if (label === undefined) return 'exclusions.labelInvalid';
  return labels.includes(label) ? 'exclusions.labelTwice' : undefined;
};
