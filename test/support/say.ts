import { fillIn, type Values } from '../../static/i18n/fill-in';
import type { MessageKey } from '../../static/i18n/message-key';
import { readLocaleFile } from './locale-files';

/** The sentence that a page shows for a key, in English unless another language is named. */
export const say = (key: MessageKey, values?: Values, locale = 'en-US'): string => {
  const [section = '', ...name] = key.split('.');
  const sentence = memberOf(memberOf(readLocaleFile(`${locale}.json`), section), name.join('.'));
  if (typeof sentence !== 'string') throw new Error(`${locale} has no ${key}.`);
  return fillIn(sentence, values);
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
