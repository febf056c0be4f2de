import { extname } from 'node:path';
import { drawingProblem } from './drawing.js';
import { photographProblem } from './photograph.js';

/** The endings of pictures that pages can show, with their media types. */
export const pictureTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

/**
 * What is wrong with the bytes of a picture: damaged, or another kind than its name says; more pixels than any page needs
 * (`large`), or more shapes than a browser draws in a while (`intricate`); in a drawing, what is no drawing (`active`),
 * what is fetched from outside of it (`leads-out`), or words, which nobody could have read aloud.
 */
export type PictureProblem = 'damaged' | 'large' | 'intricate' | 'active' | 'leads-out' | 'words';

/** The largest file that is a picture, in bytes. */
export const largestPicture = 10 * 1024 * 1024;

/** What is wrong with a picture, first the worst; null where nothing is. */
export function problemOfPicture(file: string, bytes: Buffer): PictureProblem | null {
  if (bytes.length > largestPicture) return 'large';
  const type = pictureTypes[extname(file).toLowerCase()];
  return type === pictureTypes['.svg'] ? drawingProblem(bytes) : photographProblem(bytes, type);
}
