import { Text } from '@forge/react';

import { useMessages } from '../i18n/use-messages';

/** For anonymous visitors, and wherever there is no space to speak of: it says the same of any space. */
export const NothingToShow = () => {
  const { say } = useMessages();
  return <Text color="color.text.subtle">{say('macro.nothing')}</Text>;
};
