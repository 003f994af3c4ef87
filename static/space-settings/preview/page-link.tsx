import { Link } from '@forge/react';

import { toWebAddress } from '../markdown/to-web-address';

/** A link that leaves the settings open, or the text alone where the address is none of the web. */
export const PageLink = ({ url, text }: { readonly url: string; readonly text: string }) => {
  const href = toWebAddress(url);
  return href === undefined ? (
    <>{text}</>
  ) : (
    <Link href={href} openNewTab>
      {text}
    </Link>
  );
};
