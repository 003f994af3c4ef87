/** What the server says of a place where the app is drawn. */
export type AppSlot = {
  readonly title: string;
  readonly frame: string;
  readonly module: string;
  readonly space?: string;
  readonly content?: string;
  readonly localId?: string;
  readonly isEditing: boolean;
  readonly context: Readonly<Record<string, unknown>>;
};

export const isAppSlot = (value: unknown): value is AppSlot =>
  typeof value === 'object' &&
  value !== null &&
  'title' in value &&
  'frame' in value &&
  'module' in value &&
  'isEditing' in value &&
  'context' in value;
