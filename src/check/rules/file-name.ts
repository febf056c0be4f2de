import { dirname, relative } from 'node:path';
import type { NameProblem } from '../../library/file-names.js';
import { longestPath, nameProblems } from '../../library/file-names.js';
import { filesBelow } from '../../library/links.js';
import { top } from '../../library/place.js';
import { defineRule } from '../rule.js';

/** What a folder with lessons holds; what else lies there, nobody reads. */
const content = /\.(?:ya?ml|csv|svg|png|jpe?g)$/i;

const says: Readonly<Record<NameProblem['problem'], [(what: string) => string, string]>> = {
  reserved: [(what) => `Windows keeps the name “${what}” for itself.`, 'Choose another name.'],
  letters: [(what) => `On Windows no file has a ${what} in its name.`, 'Use letters, digits and hyphens.'],
  ending: [
    (what) => `On Windows the name “${what}” would lose its last character.`,
    'End it with a letter or a digit.',
  ],
  long: [
    (what) => `The path is ${what} characters long; many programs on Windows can’t open it.`,
    `Choose shorter names for it or its folders: up to ${longestPath} characters.`,
  ],
  alike: [
    (what) => `On Windows and macOS it is one with “${what}”, which differs only in capitals or accents.`,
    'Give one of the two another name.',
  ],
};

/** A folder with such a file can’t be copied to, or checked out on, the computers of most schools. */
export const fileName = defineRule<{ problem: NameProblem['problem']; what: string }>({
  id: 'file-name',
  group: 'form',
  severity: 'error',
  about: 'Every file has a name that it can have on Windows and macOS too.',
  message: ({ problem, what }) => says[problem][0](what),
  hint: ({ problem }) => says[problem][1],
  *check(library) {
    // What lies in lower folders is not this author’s to rename.
    for (const folder of library.folders.slice(-1)) {
      for (const { path, problem, what } of nameProblems(filesBelow(folder).filter((name) => content.test(name)))) {
        const name = `${relative(dirname(folder), folder)}/${path}`;
        yield this.within({ name, text: '' }, top, { problem, what });
      }
    }
  },
});
