import { memberOf } from '../tree/member-of';

const textAt = (value: unknown, name: string): string => {
  const found = memberOf(value, name);
  return typeof found === 'string' ? found : '';
};

/**
 * The address that the app wants to go to: a URL, or one of the targets that the site has.
 *
 * @throws {Error} for a target that is not modelled
 * @see https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/router/
 */
export const locate = (location: unknown): string => {
  const url = textAt(location, 'url');
  if (url !== '') return url;
  const target = textAt(location, 'target');
  const encode = (name: string): string => encodeURIComponent(textAt(location, name));
  switch (target) {
    case 'contentView':
      return `/wiki/pages/viewpage.action?pageId=${encode('contentId')}`;
    case 'spaceView':
      return `/wiki/spaces/${encode('spaceKey')}`;
    default:
      throw new Error(`not modelled: the navigation target ${target}`);
  }
};
