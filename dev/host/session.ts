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

export const sessionCookie = ({ accountId, locale, colorMode }: Session): string =>
  `${COOKIE}=${new URLSearchParams({ as: accountId ?? '', locale, mode: colorMode }).toString()}; Path=/; SameSite=Strict; HttpOnly`;
