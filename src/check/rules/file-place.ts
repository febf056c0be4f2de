import { defineRule, fixedFor } from '../rule.js';

/** The folder decides what a file is; elsewhere it would silently not be used. */
export const filePlace = defineRule<{
  problem: 'list' | 'folder' | 'link';
  name: string;
  near: string | null;
}>({
  id: 'file-place',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.reading,
  about: 'Each YAML file lies itself in a folder that says what it is.',
  message: ({ name, problem }) =>
    problem === 'link'
      ? `Nothing is read from “${name}”, because it is a link to another place.`
      : `Nothing is made from “${name}”, because its ${problem === 'list' ? 'name' : 'place'} doesn’t say what it is.`,
  hint: ({ problem, near }) => {
    if (problem === 'link')
      return 'Put the file or folder itself there. What a link leads to changes unseen, and may lie anywhere.';
    if (near) return problem === 'list' ? `Did you mean “${near}.yaml”?` : `Did you mean the folder “${near}/”?`;
    if (problem === 'list')
      return 'Lists of reference data are: services, statements, laws, days, bands, topics, terms, phrases, people, limits, words and frame, each with .yaml.';
    return places;
  },
});

const places =
  'Lessons and unit.yaml lie in ks3/, ks4/ or ks5/ in a folder for the unit; the rest in sessions/, campaigns/, guides/, profiles/ or reference/.';
