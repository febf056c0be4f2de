import { defineRule, fixedFor } from '../rule.js';

/** A field that stands twice in the same place would silently lose one of its texts. */
export const yamlRepeatedKey = defineRule<{ key: string; firstLine: number }>({
  id: 'yaml-repeated-key',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.reading,
  about: 'No field stands twice in the same place.',
  message: ({ key, firstLine }) => `“${key}” stands here for the second time; the first is on line ${firstLine}.`,
  hint: () => 'Keep one of the two. If this begins a new item of a list, put - in front of it.',
});
