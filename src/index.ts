export { admin } from './entry/admin';
export { search } from './entry/search-trigger';
export { spaceSettings, spaceSettingsMacro } from './entry/space-settings';
