import type { Note, NoteCode } from '../contract/search-api';

const MESSAGES: Readonly<Record<NoteCode, string>> = {
  space_not_available: 'At least one of the spaces is not available to this app.',
  space_blocked_by_policy: 'At least one of the opted-in spaces is closed to this app by an app access rule.',
  query_relaxed: 'No page has all that was asked for; pages with some of it are listed.',
  nothing_matched: 'No page of the searched spaces has any of the words.',
  excerpts_cut: 'More passages matched than the character budget holds.',
  page_without_text: 'At least one page has no text to quote.',
  partial: 'The search could not be finished: what is listed is right, more may exist.',
};

const READ_MESSAGES = {
  excerpts_cut: 'The page has more headings than the outline shows.',
  page_without_text: 'The page has no text.',
  partial: 'Some of the page could not be read: what is here is right, more may exist.',
} as const satisfies Partial<Record<NoteCode, string>>;
type ReadNoteCode = keyof typeof READ_MESSAGES;

/** The notes of a search, in the order of the codes above. */
export const toNotes = (holds: Readonly<Record<NoteCode, boolean>>): readonly Note[] =>
  (Object.keys(MESSAGES) as readonly NoteCode[])
    .filter((code) => holds[code])
    .map((code) => ({ code, message: MESSAGES[code] }));

/** The notes of a reading. */
export const toReadNotes = (holds: Readonly<Record<ReadNoteCode, boolean>>): readonly Note[] =>
  (Object.keys(READ_MESSAGES) as readonly ReadNoteCode[])
    .filter((code) => holds[code])
    .map((code) => ({ code, message: READ_MESSAGES[code] }));
