import { List, ListItem, SectionMessage, Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { toCauseKey } from '../activity/to-cause-key';
import type { TestSearchAnswer } from './is-test-search';

/** What Promptless would get, in figures; no content. */
export const TestSearchResult = ({ answer }: { readonly answer: TestSearchAnswer }) => {
  const { say, count, number } = useMessages();
  const { status, code, keyId, results, notes } = answer;
  const isAnswered = code === undefined;
  const cause = code === undefined ? undefined : toCauseKey(code);
  return (
    <SectionMessage
      appearance={isAnswered ? 'success' : 'warning'}
      title={isAnswered ? count('admin.testOkTitle', results) : say('admin.testRefusedTitle', { status })}
    >
      <Stack space="space.100">
        {code !== undefined && <Text>{cause === undefined ? code : say(cause)}</Text>}
        <Text>
          {say('admin.testFigures', {
            status,
            ms: number(answer.durationMs),
            spaces: number(answer.spacesSearched),
            calls: number(answer.confluenceCalls),
            points: number(answer.confluencePoints),
            key: keyId,
          })}
        </Text>
        {notes.length > 0 && (
          <List type="unordered">
            {notes.map(({ code: note }) => (
              <ListItem key={note}>{say(`note.${note}`)}</ListItem>
            ))}
          </List>
        )}
      </Stack>
    </SectionMessage>
  );
};
