import { Heading, HelperMessage, Inline, Label, LoadingButton, Stack, Text, TextArea } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import { useCsv } from './use-csv';

/** The audit as text to copy: a page cannot hand out files. */
export const CsvSection = () => {
  const { say } = useMessages();
  const { csv, load, loadNext } = useCsv();
  const { shown, progress } = csv;
  const isLoading = progress.kind === 'loading';
  return (
    <Stack space="space.100">
      <Heading as="h3">{say('admin.csvTitle')}</Heading>
      {shown && (
        <>
          <Label labelFor="csv">{say('admin.csvLabel', { part: shown.part })}</Label>
          <TextArea id="csv" value={shown.csv} minimumRows={8} maxHeight="320px" isReadOnly isMonospaced />
          <Text>{say(shown.cut ? 'admin.csvCut' : 'admin.csvAll')}</Text>
        </>
      )}
      <HelperMessage>{say('admin.csvHelp')}</HelperMessage>
      {progress.kind === 'failed' && (
        <FailureMessage
          failure={progress.failure}
          title="admin.csvFailed"
          onRetry={shown?.nextCursor === undefined ? load : loadNext}
        />
      )}
      <Inline space="space.100">
        <LoadingButton isLoading={isLoading} onClick={load}>
          {say('admin.csvShow')}
        </LoadingButton>
        {shown?.nextCursor !== undefined && (
          <LoadingButton isDisabled={isLoading} onClick={loadNext}>
            {say('admin.csvNext')}
          </LoadingButton>
        )}
      </Inline>
    </Stack>
  );
};
