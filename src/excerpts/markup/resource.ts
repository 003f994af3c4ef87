import { childElements, type StorageElement } from './storage-node';

/** What an `ri:*` element points to. */
export type Resource =
  | { readonly kind: 'page'; readonly title: string; readonly spaceKey?: string }
  | { readonly kind: 'space'; readonly spaceKey: string }
  | { readonly kind: 'attachment'; readonly fileName: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'shortcut'; readonly key: string; readonly parameter: string }
  | { readonly kind: 'user' }
  | { readonly kind: 'other' };

/** The resource that an element links to or shows; undefined when it names none, as a link within the page does. */
export const resourceOf = (element: StorageElement): Resource | undefined => {
  const resource = childElements(element).find(({ name }) => name.startsWith('ri:'));
  return resource && readResource(resource);
};

/** The name by which a reader knows it; empty for a person, whose account id says nothing and is personal data. */
export const resourceName = (resource: Resource): string => {
  switch (resource.kind) {
    case 'page':
      return resource.title;
    case 'space':
      return resource.spaceKey;
    case 'attachment':
      return resource.fileName;
    case 'url':
      return resource.url;
    case 'shortcut':
      return `${resource.key}: ${resource.parameter}`;
    case 'user':
    case 'other':
      return '';
  }
};

const readResource = ({ name, attributes }: StorageElement): Resource => {
  const spaceKey = attributes.get('ri:space-key') ?? '';
  switch (name) {
    case 'ri:page':
    case 'ri:blog-post':
      return {
        kind: 'page',
        title: attributes.get('ri:content-title') ?? '',
        ...(spaceKey !== '' && { spaceKey }),
      };
    case 'ri:space':
      return { kind: 'space', spaceKey };
    case 'ri:attachment':
      return { kind: 'attachment', fileName: attributes.get('ri:filename') ?? '' };
    case 'ri:url':
      return { kind: 'url', url: attributes.get('ri:value') ?? '' };
    case 'ri:shortcut':
      return {
        kind: 'shortcut',
        key: attributes.get('ri:key') ?? '',
        parameter: attributes.get('ri:parameter') ?? '',
      };
    case 'ri:user':
      return { kind: 'user' };
    default:
      return { kind: 'other' };
  }
};
