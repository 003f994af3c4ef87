import { Code, Link, Text } from '@forge/react';

import type { Inline } from './block';
import { toWebAddress } from './to-web-address';

/** The pieces of a line, within a text. */
export const InlineText = ({ parts }: { readonly parts: readonly Inline[] }) => (
  <>
    {parts.map((part, index) => (
      <Piece key={index} part={part} />
    ))}
  </>
);

const Piece = ({ part }: { readonly part: Inline }) => {
  switch (part.kind) {
    case 'text':
      return <>{part.text}</>;
    case 'code':
      return <Code>{part.text}</Code>;
    case 'break':
      return <> </>;
    case 'strong':
    case 'em':
    case 'strike':
      return (
        <Text as={part.kind}>
          <InlineText parts={part.parts} />
        </Text>
      );
    case 'link':
      return <WebLink href={toWebAddress(part.href)} parts={part.parts} />;
  }
};

const WebLink = ({ href, parts }: { readonly href: string | undefined; readonly parts: readonly Inline[] }) => {
  const text = <InlineText parts={parts} />;
  return href === undefined ? (
    text
  ) : (
    <Link href={href} openNewTab>
      {text}
    </Link>
  );
};
