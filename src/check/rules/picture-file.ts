import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { pictureFile as realPicture } from '../../html/assets.js';
import { isPackagedPicture } from '../../library/packaged-data.js';
import type { PictureProblem } from '../../pictures/problem.js';
import { largestPicture, problemOfPicture } from '../../pictures/problem.js';
import { defineRule, fixedFor } from '../rule.js';
import { pictureField, textsIn } from '../walk.js';

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
  damaged: [
    'This is no whole picture of the kind that its name says:',
    'Open it in a drawing program and save it again as SVG, PNG or JPEG.',
  ],
  large: ['No page needs so large a picture:', 'Save it smaller: up to 10 MB and 40 million pixels.'],
  intricate: [
    'This drawing has more shapes than a browser can draw in a while:',
    'Simplify it in a drawing program, or save it as PNG.',
  ],
  active: [
    'This drawing holds more than shapes, such as a script or something that moves:',
    'Save it as plain SVG in a drawing program.',
  ],
  'leads-out': [
    'This drawing refers to something outside of it:',
    'Put what it shows into the drawing itself; leave out style sheets and fonts from elsewhere.',
  ],
  words: [
    'Words in a picture can be neither read aloud nor set in the fonts of the documents, as in',
    'Leave them out of the picture and say them in “alt”, or turn them into paths in a drawing program.',
  ],
  kind: ['Only SVG, PNG and JPEG pictures can be shown, unlike', 'Save the picture as SVG, PNG or JPEG.'],
} as const;

/** Every picture is there, none leads out of the content folder, and none does anything but show something. */
export const pictureFile = defineRule<{ problem: keyof typeof problems; file: string }>({
  id: 'picture-file',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'Every picture is there, inside the content folder, and is a picture and nothing else.',
  message: ({ problem, file }) => `${problems[problem][0]} “${file}”.`,
  hint: ({ problem }) => problems[problem][1],
  *check(library) {
    for (const { entry, value, path } of textsIn(library, pictureField)) {
      const problem = problemOf(value, entry.source.path, library.folders);
      if (problem) yield this.at(entry.source, path, { problem, file: value });
    }
  },
});

function problemOf(name: string, beside: string, folders: readonly string[]): keyof typeof problems | null {
  try {
    return problemIn(realPicture(name, beside, folders));
  } catch (error) {
    const { message } = error as Error;
    return message === 'outside' || message === 'kind' ? message : 'missing';
  }
}

function problemIn(picture: string): PictureProblem | null {
  if (statSync(picture).size > largestPicture) return 'large';
  const bytes = readFileSync(picture);
  return isPackagedPicture(extname(picture), bytes) ? null : problemOfPicture(picture, bytes);
}
