import { ErrorMessage, Form, HelperMessage, Inline, Label, LoadingButton, Stack, Textfield } from '@forge/react';
import { useState } from 'react';

import { useTypedText } from '../../fields/use-typed-text';
import { useMessages } from '../../i18n/use-messages';

type Props = { readonly isSearching: boolean; readonly onSearch: (query: string) => void };

const MAX_QUERY_LENGTH = 1000;

export const PreviewForm = ({ isSearching, onSearch }: Props) => {
  const { say } = useMessages();
  const { text, latest, type } = useTypedText();
  const [isEmpty, setEmpty] = useState(false);
  const submit = (): void => {
    const wanted = latest().trim();
    setEmpty(wanted === '');
    if (wanted !== '') onSearch(wanted);
  };
  return (
    <Stack space="space.050">
      <Form onSubmit={submit}>
        <Label labelFor="preview-query">{say('spaceSettings.previewLabel')}</Label>
        <Inline space="space.100" alignBlock="center">
          <Textfield
            id="preview-query"
            value={text}
            maxLength={MAX_QUERY_LENGTH}
            isInvalid={isEmpty}
            onChange={({ target }) => {
              type(String(target.value));
            }}
          />
          <LoadingButton type="submit" appearance="primary" isLoading={isSearching}>
            {say('spaceSettings.previewSearch')}
          </LoadingButton>
        </Inline>
      </Form>
      {isEmpty && <ErrorMessage>{say('spaceSettings.previewEmpty')}</ErrorMessage>}
      <HelperMessage>{say('spaceSettings.previewHelp')}</HelperMessage>
    </Stack>
  );
};
