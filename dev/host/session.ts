import { ADMIN_ACCOUNT_ID } from '../confluence/model/build-site';

export const LOCALES = ['en-US', 'de-DE'] as const;
export const COLOR_MODES = ['light', 'dark'] as const;

/** Who looks at the site, and how. */
export type Session = {
  /** Absent: an anonymous visitor. */
  readonly accountId?: string;
  readonly locale: (typeof LOCALES)[number];
  readonly colorMode: (typeof COLOR_MODES)[number];
};

const COOKIE = 'local-site';

/** Reads what was chosen in the header of a page; at first it is the Confluence administrator, in English. */
export const readSession = (cookies: string | undefined): Session => {
  const value = (cookies ?? '')
    .split(/;\s*/)
    .find((cookie) => cookie.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  return toSession(new URLSearchParams(value ?? ''));
};

/** From the fields of the form in the header. An empty account is the anonymous visitor. */
export const toSession = (chosen: URLSearchParams): Session => {
  const accountId = chosen.get('as') ?? ADMIN_ACCOUNT_ID;
  return {
    ...(accountId === '' ? {} : { accountId }),
    locale: LOCALES.find((locale) => locale === chosen.get('locale')) ?? 'en-US',
    colorMode: COLOR_MODES.find((mode) => mode === chosen.get('mode')) ?? 'light',
  };
};

const encodeSession = ({ accountId, locale, colorMode }: Session): string =>
  new URLSearchParams({ as: accountId ?? '', locale, mode: colorMode }).toString();

/** For a `set-cookie` header. */
export const sessionCookie = (session: Session): string =>
  `${COOKIE}=${encodeSession(session)}; Path=/; SameSite=Strict; HttpOnly`;

/** For a browser that is driven, as if the session had been chosen on a page of the site. */
export const sessionCookieOf = (session: Session, siteUrl: string): { name: string; value: string; url: string } => ({
  name: COOKIE,
  value: encodeSession(session),
  url: siteUrl,
});
