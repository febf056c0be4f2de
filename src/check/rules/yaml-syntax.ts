import { defineRule, fixedFor } from '../rule.js';

/** The traps of YAML that writers of plain sentences fall into, each with its own words. */
const traps = {
  'starts-with-quote': [
    'This text begins with a quoted word and goes on after it, which YAML can’t read.',
    'Begin with another word, or put > after the field name and the text on the next line, indented.',
  ],
  'starts-with-bracket': [
    'This text begins with a bracket, which YAML takes for a list or a map.',
    'Put > after the field name (or after the dash of the list) and the text on the next line, indented. For the name of a person write a mark such as $adult.',
  ],
  'starts-with-sign': [
    'This text begins with a sign that means something else in YAML (one of * & ! @ ` % | >).',
    'Begin with a word. For emphasis write _stop_, not *stop*.',
  ],
  'colon-inside': [
    'There is a colon and a space inside this text, so YAML takes the words before it for a field name.',
    'Put > after the field name (or after the dash of the list) and the text on the next line, indented; or use a full stop instead of the colon.',
  ],
  'hash-in-list': [
    'There is a # in this list, so YAML takes the rest of the line for a comment.',
    'Put each word that begins with # into quotation marks.',
  ],
  'quote-not-closed': [
    'A quotation mark is opened here and never closed.',
    'Close it, or leave the quotation marks out: speech gets them by itself.',
  ],
  'tab-indent': ['The line is indented with a tab.', 'Indent with spaces, two for each level.'],
  'bad-indent': [
    'The line is not indented like its neighbours.',
    'Begin the line in the same column. What stands under a field begins two spaces further right than the field.',
  ],
  'no-space': [
    'A space is missing here, after the dash or after the colon.',
    'Write “- say: words”, with a space after each of the two.',
  ],
  'two-documents': ['The file holds two documents, divided by ---.', 'Keep one lesson in one file.'],
  'unknown-alias': [
    'A text that begins with * is read as a reference to something that isn’t there.',
    'Begin with a word. For emphasis write _stop_, not *stop*.',
  ],
  'alias-circle': [
    'This reference stands inside of what it refers to, so it would never end.',
    'Write out what is meant here.',
  ],
  'alias-limit': [
    'The file repeats parts of itself through & and * far too often.',
    'Write each text out, or use a mark such as $frame.safety for lines that return.',
  ],
  tag: ['YAML tags such as !name are not allowed.', 'Leave the tag out and begin with a word.'],
  'bad-key': ['This field name can’t be read.', 'A field name is one plain word, followed by a colon and a space.'],
  empty: ['There is nothing in the file, or only comments.', 'Start from a copy of another file of its kind.'],
  'not-a-map': [
    'The file does not begin with fields such as id: and title:.',
    'Start from a copy of another file of its kind.',
  ],
  other: ['This can’t be read as YAML.', 'Compare the lines round it with one of the lessons in the library.'],
} as const;

export type YamlTrap = keyof typeof traps;

/** The file must be YAML 1.2 without tags. */
export const yamlSyntax = defineRule<{
  trap: YamlTrap;
  /** For a line that begins in the wrong column: its column, from 1. */
  column?: number;
  /** The column where its neighbours begin. */
  expected?: number;
}>({
  id: 'yaml-syntax',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.reading,
  about: 'A file can be read as YAML.',
  message: ({ trap, column, expected }) =>
    column === undefined
      ? traps[trap][0]
      : `This line begins in column ${column}, and the lines it goes with begin in column ${expected}.`,
  hint: ({ trap }) => traps[trap][1],
});
