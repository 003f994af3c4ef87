import type { StorageElement } from '../markup/storage-node';

/** Confluence's own emoticons by `ac:name`. */
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

/**
 * The character an `ac:emoticon` stands for, or its short name. Emoji of today bring their character along and are all
 * named `blue-star` for the sake of old readers; only an emoticon without a character (`:check_mark:`) goes by its name.
 */
export const emoticonText = ({ attributes }: StorageElement): string => {
  const fallback = attributes.get('ac:emoji-fallback') ?? '';
  if (fallback !== '' && !fallback.startsWith(':')) return fallback;
  const name = attributes.get('ac:name') ?? '';
  const known = Object.hasOwn(EMOTICONS, name) ? EMOTICONS[name] : undefined;
  if (known !== undefined) return known;
  return fallback || (attributes.get('ac:emoji-shortname') ?? (name === '' ? '' : `:${name}:`));
};
