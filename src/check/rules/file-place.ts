import { defineRule, fixedFor } from '../rule.js';

/** The folder decides what a file is; elsewhere it would silently not be used. */
export const filePlace = defineRule<{ name: string; list: boolean; near: string | null }>({
  id: 'file-place',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.reading,
  about: 'Each YAML file lies in a folder that says what it is.',
  message: ({ name, list }) =>
    `Nothing is made from “${name}”, because its ${list ? 'name' : 'place'} doesn’t say what it is.`,
  hint: ({ list, near }) => {
    if (near) return list ? `Did you mean “${near}.yaml”?` : `Did you mean the folder “${near}/”?`;
    if (list)
      return 'Lists of reference data are: services, statements, laws, days, bands, topics, terms, phrases, people, limits, words and frame, each with .yaml.';
    return places;
  },
});

const places =
  'Lessons and unit.yaml lie in ks3/, ks4/ or ks5/ in a folder for the unit; the rest in sessions/, campaigns/, guides/, profiles/ or reference/.';
