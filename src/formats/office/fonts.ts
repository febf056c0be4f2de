import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ttf2eot from 'ttf2eot';
import { digest } from '../../cache/store.js';
import type { OfficePackage } from './package.js';

const require = createRequire(import.meta.url);

/** A family with the file of each of its faces that travel along, in both weights that such programs know. */
interface OfficeFont {
  name: string;
  /** Its ten numbers, by which a program that can't take the files finds another. */
  panose: string;
  files: { regular: string; bold: string };
}

/** What stands in for either where a program takes no fonts from files and lets us name another: most computers have it, or one like it. */
export const standIn = 'Arial';

/**
 * The fonts of headings and of all else. The files themselves state no numbers; both are plain and without serifs, as
 * Arial is, whose numbers these are but for the weight. Source: PANOSE Classification Metrics Guide.
 */
export const officeFonts: Readonly<Record<'display' | 'text', OfficeFont>> = {
  display: {
    name: 'Familjen Grotesk',
    panose: '020B0704020202020204',
    files: {
      regular: '@expo-google-fonts/familjen-grotesk/400Regular/FamiljenGrotesk_400Regular.ttf',
      bold: '@expo-google-fonts/familjen-grotesk/700Bold/FamiljenGrotesk_700Bold.ttf',
    },
  },
  text: {
    name: 'Atkinson Hyperlegible Next',
    panose: '020B0604020202020204',
    files: {
      regular: '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
      bold: '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    },
  },
};

const bytesOf = new Map<string, Uint8Array>();

function readFace(path: string): Uint8Array {
  const bytes = bytesOf.get(path) ?? readFileSync(require.resolve(path));
  bytesOf.set(path, bytes);
  return bytes;
}

/** What tells these fonts from any others: a digest of all their bytes. */
export function officeFontsDigest(): string {
  return digest(Object.values(officeFonts).flatMap(({ files }) => Object.values(files).map(readFace)));
}

/** A face inside of a file: the id by which the part that lists fonts knows it, and the key to bytes that are hidden. */
interface EmbeddedFace {
  relation: string;
  key: string;
}

/** How each program wants fonts inside of its files, by the folder that all its parts lie in. */
const containers = {
  /** Embedded OpenType, neither packed nor hidden. Source: W3C submission "Embedded OpenType (EOT) File Format", 4.3. */
  ppt: {
    ending: 'fntdata',
    type: 'application/x-fontdata',
    wrap: (font: Uint8Array): Uint8Array => ttf2eot(font),
  },
  /** A font whose first 32 bytes are hidden by the key beside it. Source: ECMA-376, part 1, 17.8.1. */
  word: {
    ending: 'odttf',
    type: 'application/vnd.openxmlformats-officedocument.obfuscatedFont',
    wrap(font: Uint8Array, key: string): Uint8Array {
      const mask = Buffer.from(key.replace(/[{}-]/g, ''), 'hex').reverse();
      return font.map((byte, index) => (index < 32 ? byte ^ (mask[index % 16] as number) : byte));
    },
  },
} as const;

/**
 * Puts the faces of a font into a file, so that who has not installed it sees the same lines.
 * @param from the path of the part that lists the fonts
 */
export function embedFont(
  file: OfficePackage,
  program: keyof typeof containers,
  from: string,
  { files }: OfficeFont,
): Record<'regular' | 'bold', EmbeddedFace> {
  const { ending, type, wrap } = containers[program];
  const face = (path: string): EmbeddedFace => {
    const bytes = readFace(path);
    const key = keyOf(bytes);
    const part = `${program}/fonts/${path.replace(/^.*\/|\.ttf$/g, '')}.${ending}`;
    file.add(part, wrap(bytes, key), type);
    return { relation: file.relate(from, 'font', part), key };
  };
  return { regular: face(files.regular), bold: face(files.bold) };
}

/** A number for a font in the form of a GUID; the same bytes always have the same. */
function keyOf(bytes: Uint8Array): string {
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(digest([bytes]).toUpperCase()) as RegExpExecArray;
  return `{${parts.join('-')}}`;
}
