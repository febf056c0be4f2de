import { defineRule, fixedFor } from '../rule.js';

/** YAML silently drops everything from ` #` to the end of the line: a hashtag would cut a sentence in two. */
export const yamlTextCut = defineRule<{
  /** What YAML drops. */
  lost: string;
  /** Whether nothing of the text is left. */
  whole: boolean;
}>({
  id: 'yaml-text-cut',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.reading,
  about: 'No text is cut off by a # in the middle of its line.',
  message: ({ lost }) => `YAML takes “${lost}” for a comment and drops it from the text.`,
  hint: ({ lost, whole }) =>
    whole
      ? `Put it into quotation marks: "${lost.trimEnd()}".`
      : 'If it belongs to the text, put > after the field name and the text on the next line, indented. If it is a comment, give it a line of its own.',
});
