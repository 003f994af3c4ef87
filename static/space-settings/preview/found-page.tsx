import { Box, Heading, Stack, Text, xcss } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { Markdown } from '../markdown/markdown';
import type { PreviewedPage } from './is-space-preview';
import { PageLink } from './page-link';

const quoted = xcss({
  padding: 'space.200',
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.medium',
  overflow: 'auto',
});

/** A page with its excerpts, each below the headings that it stands under. */
export const FoundPage = ({ result: { page, excerpts } }: { readonly result: PreviewedPage }) => {
  const { say, day } = useMessages();
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        <PageLink url={page.url} text={page.title} />
      </Heading>
      <Text size="small" color="color.text.subtle">
        {say('spaceSettings.previewChanged', { day: day(page.updatedAt) })}
      </Text>
      {excerpts.length === 0 && <Text color="color.text.subtle">{say('spaceSettings.previewNoText')}</Text>}
      {excerpts.map(({ markdown, headingPath, url }, index) => (
        <Box key={index} xcss={quoted}>
          <Stack space="space.100">
            {headingPath.length > 0 && (
              <Text size="small">
                <PageLink url={url} text={headingPath.join(' › ')} />
              </Text>
            )}
            <Markdown markdown={markdown} />
          </Stack>
        </Box>
      ))}
    </Stack>
  );
};
