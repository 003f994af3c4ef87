import { ErrorMessage, HelperMessage, Label, Stack, Textfield } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { parseWholeNumber, type Bounds } from './parse-whole-number';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly typed: string;
  readonly bounds: Bounds;
  readonly isDisabled: boolean;
  readonly onChange: (typed: string) => void;
};

/** Takes a whole number, and says at once when it is none or out of bounds. */
export const NumberField = ({ id, label, help, typed, bounds, isDisabled, onChange }: Props) => {
  const { say, number } = useMessages();
  const isInvalid = parseWholeNumber(typed, bounds) === undefined;
  return (
    <Stack space="space.050">
      <Label labelFor={id}>{label}</Label>
      <Textfield
        id={id}
        value={typed}
        width="small"
        isInvalid={isInvalid}
        isDisabled={isDisabled}
        onChange={({ target }) => {
          onChange(String(target.value));
        }}
      />
      {isInvalid && (
        <ErrorMessage>{say('admin.wholeNumber', { min: number(bounds.min), max: number(bounds.max) })}</ErrorMessage>
      )}
      {help !== undefined && <HelperMessage>{help}</HelperMessage>}
    </Stack>
  );
};
