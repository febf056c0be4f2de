import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { digestOf } from '../cache/files.js';
import { largestPicture, pictureTypes, problemOfPicture } from '../pictures/problem.js';
import { withoutArcs } from './curves.js';

/**
 * A picture named in a YAML file as a data URL. The name counts from the folder of that file and may lead neither out
 * of that folder nor out of the content folders, through links neither.
 * @param grey whether the colours of a drawing become greys, for print in black and white; photographs stay as they are
 * @throws PictureError when the picture is not there, lies outside, or is nothing that pages can show
 */
export function pictureUrl(file: string, source: string, folders: readonly string[], grey = false): string {
  return urlOf(file, bytesOfPicture(file, source, folders), grey);
}

/** A picture that no page can show; the check says why. */
export class PictureError extends Error {}

/** Digests of pictures with nothing wrong in them: many documents show the same ones. */
const sound = new Set<string>();

function bytesOfPicture(file: string, source: string, folders: readonly string[]): Buffer {
  const refused = () => new PictureError(`The picture “${file}” can’t be shown; “pshe check” says why.`);
  let path: string;
  try {
    path = pictureFile(file, source, folders);
  } catch {
    throw refused();
  }
  if (statSync(path).size > largestPicture) throw refused();
  const bytes = readFileSync(path);
  const digest = digestOf(bytes);
  if (sound.has(digest)) return bytes;
  const problem = problemOfPicture(file, bytes);
  if (problem !== null && problem !== 'words') throw refused();
  sound.add(digest);
  return bytes;
}

function urlOf(file: string, bytes: Buffer, grey: boolean): string {
  const type = pictureTypes[extname(file).toLowerCase()];
  const drawing = type === pictureTypes['.svg'] ? withoutArcs(bytes.toString('utf8')) : null;
  const picture = drawing === null ? bytes : Buffer.from(grey ? inGrey(drawing) : drawing);
  return `data:${type};base64,${picture.toString('base64')}`;
}

/** Pictures of one build, and what was read of them. */
export interface Pictures {
  /** As `pictureUrl`. */
  urlOf(file: string, source: string, grey: boolean): string;
  /** Those from outside of the library, by the names they were read by, with the digests of their bytes. */
  seen(): { path: string; sha256: string }[];
}

/**
 * Opens the pictures of a build.
 * @param library the folders of the library
 * @param beside folders with profiles in them that lie elsewhere
 */
export function openPictures(library: readonly string[], beside: readonly string[]): Pictures {
  const folders = [...library, ...beside];
  const seen = new Map<string, string>();
  return {
    urlOf(file, source, grey) {
      const bytes = bytesOfPicture(file, source, folders);
      const path = inLayers(file, source, folders);
      if (!library.some((folder) => path.startsWith(folder + sep))) {
        const sha256 = digestOf(bytes);
        // One that was saved between two documents is in neither state all through the build.
        seen.set(path, (seen.get(path) ?? sha256) === sha256 ? sha256 : 'several');
      }
      return urlOf(file, bytes, grey);
    },
    seen: () => [...seen].map(([path, sha256]) => ({ path, sha256 })),
  };
}

/**
 * The real path of a picture.
 * @throws Error whose message is `missing`, `outside` or `kind`, or that of the system where it can’t be followed
 */
export function pictureFile(file: string, source: string, folders: readonly string[]): string {
  const path = realpathSync(inLayers(file, source, folders));
  const allowed = [realpathSync(dirname(source)), ...folders];
  if (!allowed.some((folder) => path.startsWith(folder + sep))) throw new Error('outside');
  if (!Object.hasOwn(pictureTypes, extname(path).toLowerCase())) throw new Error('kind');
  if (!statSync(path).isFile()) throw new Error('missing');
  return path;
}

/** A lesson copied into a folder of one's own still finds the pictures of the library that it lies over. */
function inLayers(file: string, source: string, folders: readonly string[]): string {
  const own = resolve(dirname(source), file);
  const layer = folders.find((folder) => source.startsWith(folder + sep));
  if (existsSync(own) || layer === undefined) return own;
  const below = relative(layer, dirname(source));
  const lower = folders.map((folder) => join(folder, below, file)).find((path) => existsSync(path));
  return lower ?? own;
}

/** A drawing whose hexadecimal colours are replaced by greys of the same lightness (luma of ITU-R BT.601). */
function inGrey(svg: string): string {
  return svg.replace(/#([0-9a-f]{6}|[0-9a-f]{3})\b/gi, (_colour, digits: string) => {
    const long = digits.length === 6 ? digits : [...digits].map((digit) => digit + digit).join('');
    const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as [
      number,
      number,
      number,
    ];
    const grey = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    return `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
  });
}
