import type { Refusal } from '../../src/contract/settings-api';
import { refusalMessages } from './messages';

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'string' && Object.hasOwn(refusalMessages, value);
