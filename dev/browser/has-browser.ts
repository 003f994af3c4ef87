import { findInstalledBrowser } from './find-installed-browser';
import { hasChromiumPackage } from './unpack-chromium';

/** Whether {@link launchBrowser} will find one. */
export const hasBrowser = (): boolean => hasChromiumPackage() || findInstalledBrowser() !== undefined;
