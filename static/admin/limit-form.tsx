import { Button, ErrorMessage, Heading, HelperMessage, Inline, Label, Stack, Textfield } from '@forge/react';
import { useState } from 'react';

import { messages } from './messages';
import { parseLimit } from './parse-limit';

type Props = {
  readonly requestsPerMinute: number;
  readonly isBusy: boolean;
  readonly onSave: (requestsPerMinute: number) => void;
};

/** What is typed stays until the page is left; only a valid number is sent. */
export const LimitForm = ({ requestsPerMinute, isBusy, onSave }: Props) => {
  const [typed, setTyped] = useState(String(requestsPerMinute));
  const limit = parseLimit(typed);
  const save = (): void => {
    if (limit !== undefined) onSave(limit);
  };
  return (
    <Stack space="space.050">
      <Heading as="h3">{messages.limitTitle}</Heading>
      <Label labelFor="limit">{messages.limitLabel}</Label>
      <Inline space="space.100" alignBlock="center">
        <Textfield
          id="limit"
          value={typed}
          isInvalid={limit === undefined}
          onChange={(event) => {
            setTyped(String(event.target.value));
          }}
        />
        <Button isDisabled={isBusy || limit === undefined || limit === requestsPerMinute} onClick={save}>
          {messages.limitSave}
        </Button>
      </Inline>
      {limit === undefined && <ErrorMessage>{messages.limitInvalid}</ErrorMessage>}
      <HelperMessage>{messages.limitHelp}</HelperMessage>
    </Stack>
  );
};
