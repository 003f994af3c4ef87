import { ADMIN_ACCOUNT_ID } from '../../confluence/model/build-site';
import { html, type Markup } from '../html';
import type { PageCall } from '../host-ports';
import { COLOR_MODES, LOCALES, type Session } from '../session';

/** An account without any right of its own. */
const PLAIN_MEMBER = 'member';
const LANGUAGES: Readonly<Record<Session['locale'], string>> = { 'en-US': 'English', 'de-DE': 'Deutsch' };

export type PageParts = {
  readonly title: string;
  /** Beside the content. */
  readonly navigation?: Markup;
  readonly main: Markup;
};

/** The frame of every page: what it says of itself, who looks at it and how, and the content. */
export const pageShell = (call: PageCall, { title, navigation, main }: PageParts): Markup =>
  html`<!doctype html>
    <html lang="en" data-color-mode="${call.session.colorMode}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – local site</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_host/main.css" />
        <script defer src="/_host/main.js"></script>
      </head>
      <body>
        <a class="skip-link" href="#content">Skip to content</a>
        <header class="site-header">
          <p class="stand-in">
            <strong>A stand-in, not Confluence.</strong> The pages around the app are imitated and run on this machine
            only; the app is the real one: its own bundle, its own resolvers.
          </p>
          <div class="site-bar">
            <a class="site-name" href="/">Local site</a>
            ${sessionForm(call)}
          </div>
        </header>
        <div class="site-body">
          ${navigation}
          <main id="content" tabindex="-1">${main}</main>
        </div>
      </body>
    </html>`;

const sessionForm = ({ ports, session, path }: PageCall): Markup => {
  const options = (choices: readonly (readonly [value: string, label: string])[], chosen: string): readonly Markup[] =>
    choices.map(
      ([value, label]) => html`<option value="${value}" ${value === chosen && html`selected`}>${label}</option>`,
    );
  return html`<form class="session" method="post" action="/_host/session" aria-label="Viewer">
    <input type="hidden" name="back" value="${path}" />
    <label
      >User
      <select name="as">
        ${options(accounts(ports), session.accountId ?? '')}
      </select></label
    >
    <label
      >Language
      <select name="locale">
        ${options(
          LOCALES.map((locale) => [locale, LANGUAGES[locale]]),
          session.locale,
        )}
      </select></label
    >
    <label
      >Colours
      <select name="mode">
        ${options(
          COLOR_MODES.map((mode) => [mode, mode]),
          session.colorMode,
        )}
      </select></label
    >
    <button type="submit">Switch</button>
  </form>`;
};

const accounts = ({ confluence }: PageCall['ports']): readonly (readonly [string, string])[] => [
  [ADMIN_ACCOUNT_ID, `${ADMIN_ACCOUNT_ID} – Confluence administrator`],
  ...confluence
    .spaces()
    .flatMap(({ key, name, type, adminIds }) =>
      adminIds.map((id): [string, string] => [id, `${id} – administers ${type === 'personal' ? name : key}`]),
    )
    .filter(([id]) => id !== ADMIN_ACCOUNT_ID),
  [PLAIN_MEMBER, `${PLAIN_MEMBER} – no special rights`],
  ['', 'not logged in'],
];
