import type { StorageElement } from '../markup/storage-node';

/** Confluence's own emoticons by `ac:name`; an emoji brings its character along as fallback. */
const EMOTICONS: Readonly<Record<string, string>> = {
  smile: '🙂',
  sad: '🙁',
  cheeky: '😛',
  laugh: '😄',
  wink: '😉',
  'thumbs-up': '👍',
  'thumbs-down': '👎',
  information: 'ℹ️',
  tick: '✅',
  cross: '❌',
  warning: '⚠️',
  plus: '➕',
  minus: '➖',
  question: '❓',
  'light-on': '💡',
  'light-off': '💡',
  'yellow-star': '⭐',
  'red-star': '⭐',
  'green-star': '⭐',
  'blue-star': '⭐',
  heart: '❤️',
  'broken-heart': '💔',
};

/** The character an `ac:emoticon` stands for, or its short name. */
export const emoticonText = ({ attributes }: StorageElement): string => {
  const name = attributes.get('ac:name') ?? '';
  const known = Object.hasOwn(EMOTICONS, name) ? EMOTICONS[name] : undefined;
  const fallback = attributes.get('ac:emoji-fallback') ?? '';
  return (
    known ?? (fallback === '' ? (attributes.get('ac:emoji-shortname') ?? (name === '' ? '' : `:${name}:`)) : fallback)
  );
};
