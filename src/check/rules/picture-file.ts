import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { pictureFile as realPicture } from '../../html/assets.js';
import { defineRule, fixedFor } from '../rule.js';

const problems = {
  missing: ['There is no picture', 'Check the name; it counts from the folder of this YAML file.'],
  outside: [
    'A picture must lie inside the content folder, unlike',
    'Copy the picture into the folder of this YAML file.',
  ],
  unreadable: [
    'The browser can’t show the picture',
    'Open it in a drawing program and save it again as SVG, PNG or JPEG.',
  ],
  words: [
    'Words in a picture can be neither read aloud nor set in the fonts of the documents, as in',
    'Leave them out of the picture and say them in “alt”, or turn them into paths in a drawing program.',
  ],
  kind: ['Only SVG, PNG and JPEG pictures can be shown, unlike', 'Save the picture as SVG, PNG or JPEG.'],
} as const;

/** Every picture is there, and none leads out of the content folder. */
export const pictureFile = defineRule<{ problem: keyof typeof problems; file: string }>({
  id: 'picture-file',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'Every picture is there, inside the content folder.',
  message: ({ problem, file }) => `${problems[problem][0]} “${file}”.`,
  hint: ({ problem }) => problems[problem][1],
  values(library) {
    return {
      look: ({ entry, value, path }) => {
        if (path.at(-1) !== 'file' || typeof value !== 'string') return [];
        try {
          const picture = realPicture(value, entry.source.path, library.folders);
          return hasWords(picture) ? [this.at(entry.source, path, { problem: 'words', file: value })] : [];
        } catch (error) {
          const message = (error as Error).message;
          const problem = message === 'outside' || message === 'kind' ? message : 'missing';
          return [this.at(entry.source, path, { problem, file: value })];
        }
      },
    };
  },
});

function hasWords(picture: string): boolean {
  return extname(picture).toLowerCase() === '.svg' && /<text[\s>]/.test(readFileSync(picture, 'utf8'));
}
