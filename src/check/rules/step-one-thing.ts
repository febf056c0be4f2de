import { defineRule, fixedFor } from '../rule.js';

const things = ['say', 'do', 'ask', 'show', 'listen-for', 'routine'];

/** A step is one thing, so that its order is plain. */
export const stepOneThing = defineRule<{ fields: readonly string[] }>({
  id: 'step-one-thing',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.reading,
  about: 'Each step is one thing: say, do, ask, show, listen-for or routine.',
  message: ({ fields }) =>
    fields.length === 0
      ? 'This step says nothing.'
      : `This step is ${fields.length} things at once: ${fields.join(', ')}.`,
  hint: ({ fields }) =>
    fields.length === 0
      ? `Give it one of: ${things.join(', ')}.`
      : 'Put a dash before each, so that each is a step of its own.',
  value({ entry, value, path, field }) {
    const isStep = field === 'steps' && typeof path.at(-1) === 'number' && value !== null && typeof value === 'object';
    if (!isStep) return [];
    const fields = Object.keys(value).filter((key) => things.includes(key));
    return fields.length === 1 ? [] : [this.at(entry.source, path, { fields })];
  },
});
