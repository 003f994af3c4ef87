import '@atlaskit/css-reset';
import './page.css';

import { AppProvider } from '@atlaskit/app-provider/app-provider';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { AppSurface } from './surface/app-surface';
import { isAppSlot } from './surface/app-slot';
import { Flags } from './surface/flags';

/** Draws the app in each place that the server has left for it. */
const surfaces = [...document.querySelectorAll<HTMLElement>('[data-app-slot]')].flatMap((place, index) => {
  const slot: unknown = JSON.parse(place.dataset['appSlot'] ?? 'null');
  if (!isAppSlot(slot)) return [];
  place.replaceChildren();
  return [createPortal(<AppSurface slot={slot} />, place, String(index))];
});

const { colorMode } = document.documentElement.dataset;
const corner = document.createElement('section');
corner.className = 'flags';
corner.ariaLabel = 'Messages';
document.body.append(corner);
createRoot(corner).render(
  <AppProvider defaultColorMode={colorMode === 'dark' ? 'dark' : 'light'}>
    {surfaces}
    <Flags />
  </AppProvider>,
);
