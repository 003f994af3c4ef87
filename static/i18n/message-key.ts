import type messages from '../locales/en-US.json';

type Messages = typeof messages;
type SectionKeys<Section extends string, Members> = `${Section}.${Extract<keyof Members, string>}`;

/** Names one sentence of the messages file, as `section.name`. A plural has `name_one` and `name_other`, named by both. */
export type MessageKey = {
  [Section in keyof Messages]: SectionKeys<Section, Messages[Section]>;
}[keyof Messages];

/** Names a sentence that is worded by a number. */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;
