import { defineRule } from '../rule.js';

/** The folder decides what a file is; elsewhere it would silently not be used. */
export const filePlace = defineRule<{ name: string }>({
  id: 'file-place',
  group: 'form',
  severity: 'error',
  fixed: 'Without it a file can’t be read as its author means it.',
  about: 'Each YAML file lies in a folder that says what it is.',
  message: ({ name }) => `Nothing is made from “${name}”, because its folder doesn’t say what it is.`,
  hint: () =>
    'Lessons and unit.yaml lie in ks3/, ks4/ or ks5/ in a folder for the unit; the rest in sessions/, campaigns/, guides/, profiles/ or reference/.',
});
