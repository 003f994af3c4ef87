import { Form, Heading, HelperMessage, Inline, Label, LoadingButton, Stack, Textfield } from '@forge/react';

import { useTypedText } from '../../fields/use-typed-text';
import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import { TestSearchResult } from './test-search-result';
import { useTestSearch } from './use-test-search';

const MAX_QUERY_LENGTH = 1000;

/** Asks the app as Promptless does, as far as the app itself can. */
export const TestSearchSection = () => {
  const { say } = useMessages();
  const { text, latest, type } = useTypedText();
  const { state, send } = useTestSearch();
  const submit = (): void => {
    const query = latest().trim();
    if (query !== '') send(query);
  };
  return (
    <Stack space="space.100">
      <Heading as="h3">{say('admin.testTitle')}</Heading>
      <Form onSubmit={submit}>
        <Label labelFor="test-query">{say('admin.testLabel')}</Label>
        <Inline space="space.100" alignBlock="center">
          <Textfield
            id="test-query"
            value={text}
            maxLength={MAX_QUERY_LENGTH}
            onChange={({ target }) => {
              type(String(target.value));
            }}
          />
          <LoadingButton type="submit" isDisabled={text.trim() === ''} isLoading={state.kind === 'sending'}>
            {say('admin.testSend')}
          </LoadingButton>
        </Inline>
      </Form>
      <HelperMessage>{say('admin.testHelp')}</HelperMessage>
      {state.kind === 'failed' && (
        <FailureMessage
          failure={state.failure}
          title={state.failure === 'no-answer' ? 'admin.testUnsure' : 'admin.testFailed'}
          onRetry={submit}
        />
      )}
      {state.kind === 'answered' && <TestSearchResult answer={state.answer} />}
    </Stack>
  );
};
