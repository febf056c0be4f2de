import { defineRule, fixedFor } from '../rule.js';

const causes = {
  'not-utf-8': 'The file is not saved as UTF-8 text, so some letters would be lost.',
  'control-character': 'There is an invisible character here that has no place in a text.',
  'direction-character': 'There is an invisible character here that turns the order of letters round.',
  'too-large': 'The file is larger than 1 MB, far more than a lesson or a list of schools ever needs.',
  'too-deep': 'Lists and fields are nested more than 30 deep here.',
  unreadable: 'The system does not let this file be read',
  'half-character': 'There is half of a character here, which no document can show.',
} as const;

/** A file must be plain UTF-8 text of a sensible size, without characters that nobody can see. */
export const textEncoding = defineRule<{ cause: keyof typeof causes; reason?: string }>({
  id: 'text-encoding',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.reading,
  about: 'A file is plain UTF-8 text of a sensible size, without hidden characters.',
  message: ({ cause, reason }) => (reason ? `${causes[cause]}: ${reason}.` : causes[cause]),
  hint: ({ cause }) => {
    if (cause === 'not-utf-8') return 'Save the file again as UTF-8 in your editor.';
    if (cause === 'too-large') return 'Split the content into several files.';
    if (cause === 'unreadable')
      return 'See whether it is a file, whether you may read it, and whether another program holds it.';
    if (cause === 'too-deep') return 'Compare the file with one of the lessons in the library.';
    return 'Delete the characters round this place and type them again.';
  },
});
