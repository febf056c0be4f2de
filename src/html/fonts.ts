import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { digest } from '../cache/store.js';

const require = createRequire(import.meta.url);

/** The address under which pages ask for fonts. It exists only inside this process. */
export const fontOrigin = 'https://fonts.pshe.invalid';

/** The weights that the templates use; one static file each, since variable fonts end up as shapes in a PDF. */
const families = [
  { name: 'Atkinson Hyperlegible Next', package: 'atkinson-hyperlegible-next', weights: [400, 500, 600, 700] },
  { name: 'Familjen Grotesk', package: 'familjen-grotesk', weights: [700] },
] as const;

const subsets = ['latin', 'latin-ext'] as const;

/** Which characters each subset holds, as the font package states. */
const ranges: Readonly<Record<(typeof subsets)[number], string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
};

/** Every font file the templates use, by its name at the address. */
const fontFiles: ReadonlyMap<string, string> = new Map(
  families.flatMap((family) =>
    subsets.flatMap((subset) =>
      family.weights.map((weight) => {
        const file = `${family.package}-${subset}-${weight}-normal.woff2`;
        return [file, require.resolve(`@fontsource/${family.package}/files/${file}`)] as const;
      }),
    ),
  ),
);

/** The names of the families, as CSS and PDFs know them. */
export const fontFamilies: readonly string[] = families.map((family) => family.name);

/** The rules that make the fonts known to a page. */
export const fontFaces: string = families
  .flatMap((family) =>
    subsets.flatMap((subset) =>
      family.weights.map(
        (weight) =>
          `@font-face{font-family:'${family.name}';font-weight:${weight};src:url(${fontOrigin}/${family.package}-${subset}-${weight}-normal.woff2) format('woff2');unicode-range:${ranges[subset]}}`,
      ),
    ),
  )
  .join('\n');

const bytesOf = new Map<string, Buffer>();

/** The bytes of a font file by its name at the address, or null when there is none. Each page asks for the same ones. */
export function readFont(name: string): Buffer | null {
  const path = fontFiles.get(name);
  if (path === undefined) return null;
  const bytes = bytesOf.get(name) ?? readFileSync(path);
  bytesOf.set(name, bytes);
  return bytes;
}

/** What tells these fonts from any others: a digest of all their bytes. */
export function fontsDigest(): string {
  return digest([...fontFiles.keys()].map((name) => readFont(name) as Buffer));
}
