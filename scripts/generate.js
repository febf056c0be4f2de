// Writes what follows from other files: the TypeScript types and validators from schemas/, the list of rules from
// src/check/rules/, the characters that the fonts can show. All but the validators are kept in git, and
// `node scripts/generate.js --check` fails when they have drifted.
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import * as fontkit from 'fontkit';
import { compile } from 'json-schema-to-typescript';
import { writeWords } from './words.js';

const root = new URL('..', import.meta.url);
const validatorsFile = new URL('dist/validators.js', root);

/** Kinds of file an author writes, and so the validators there are. */
const kinds = [
  'lesson',
  'session',
  'unit',
  'campaign',
  'guide',
  'profile',
  'services',
  'statements',
  'laws',
  'days',
  'bands',
  'topics',
  'terms',
  'frame',
  'phrases',
  'people',
  'limits',
  'words',
  'settings',
];

const names = (await readdir(new URL('schemas', root))).filter((name) => name.endsWith('.schema.json')).sort();
const schemas = await Promise.all(
  names.map(async (name) => JSON.parse(await readFile(new URL(`schemas/${name}`, root), 'utf8'))),
);

const kept = new Map([
  ['src/library/types.ts', await compileTypes()],
  ['src/check/rules/index.ts', await listRules()],
  ['src/html/coverage-ranges.ts', coverageRanges()],
]);
for (const [name, text] of kept) {
  const file = new URL(name, root);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8')) !== text) {
    process.stderr.write(`${name} has drifted from what it is made of. Run: npm run generate\n`);
    process.exitCode = 1;
  }
}
if (!process.argv.includes('--check')) {
  await mkdir(new URL('dist', root), { recursive: true });
  await writeFile(validatorsFile, compileValidators());
  await writeWords(new URL('dist/', root));
}

async function compileTypes() {
  const copies = new Map(schemas.map((schema) => [schema.$id, forTypes(schema)]));
  const all = {
    $id: 'all.schema.json',
    title: 'Files',
    description: 'Every kind of file of a library, by kind.',
    type: 'object',
    properties: Object.fromEntries(kinds.map((kind) => [kind, { $ref: `${kind}.schema.json` }])),
    required: kinds,
    additionalProperties: false,
  };
  return compile(all, 'Files', {
    cwd: fileURLToPath(new URL('schemas/', root)),
    bannerComment: '// Written by scripts/generate.js from schemas/. Change the schemas, then run: npm run generate',
    style: { singleQuote: true, printWidth: 120 },
    maxItems: -1,
    $refOptions: {
      resolve: {
        file: {
          order: 1,
          canRead: true,
          read: (file) => JSON.stringify(copies.get(file.url.split('/').at(-1)) ?? {}),
        },
      },
    },
  });
}

/**
 * The same shape with less beside it: the list of layouts beside a union serves editors and would hide the union from
 * TypeScript, and words beside a reference would make a type of their own for every field.
 */
function forTypes(schema) {
  const copy = bareReferences(schema);
  if (!copy.discriminator) return copy;
  const { properties: _properties, ...union } = copy;
  const family = schema.title.split(' ')[0];
  for (const [name, layout] of Object.entries(union.$defs)) {
    if (layout.properties?.layout) layout.title = `${family} ${name}`;
  }
  return union;
}

function bareReferences(node) {
  if (Array.isArray(node)) return node.map(bareReferences);
  if (node === null || typeof node !== 'object') return node;
  if (node.$ref) return { $ref: node.$ref };
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !(key === 'anyOf' && node.properties))
      .map(([key, value]) => [key, bareReferences(value)]),
  );
}

function compileValidators() {
  const ajv = new Ajv2020({
    schemas,
    allErrors: true,
    verbose: true,
    discriminator: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  // The generated module calls require() for two of ajv's helpers, which an ES module lacks.
  const head = "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n";
  return head + standalone(ajv, Object.fromEntries(kinds.map((kind) => [kind, `${kind}.schema.json`])));
}

async function listRules() {
  const ids = (await readdir(new URL('src/check/rules', root)))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -3))
    .sort();
  const variable = (id) => id.replace(/-(.)/g, (_match, letter) => letter.toUpperCase());
  return [
    '// Written by scripts/generate.js from the files of this folder. After adding a rule, run: npm run generate',
    "import type { Rule } from '../rule.js';",
    ...ids.map((id) => `import { ${variable(id)} } from './${id}.js';`),
    '',
    '/** Every rule, by id in alphabetical order. */',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${variable(id)},`),
    '];',
    '',
  ].join('\n');
}

/** The characters that both families have in the subsets that pages load, as ranges. */
function coverageRanges() {
  const characters = (family, weight) => {
    const stated = JSON.parse(readFileSync(new URL(`node_modules/@fontsource/${family}/unicode.json`, root), 'utf8'));
    return new Set(
      ['latin', 'latin-ext'].flatMap((subset) => {
        const file = `node_modules/@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff2`;
        const ranges = stated[subset].split(',').map((range) =>
          range
            .slice(2)
            .split('-')
            .map((code) => Number.parseInt(code, 16)),
        );
        // A browser takes from a file only what the file is stated to be for, even if there is more in it.
        return fontkit
          .openSync(fileURLToPath(new URL(file, root)))
          .characterSet.filter((code) => ranges.some(([from, to = from]) => code >= from && code <= to));
      }),
    );
  };
  const display = characters('familjen-grotesk', 700);
  const both = [...characters('atkinson-hyperlegible-next', 400)]
    // Marks over letters are drawn by signs that stand for no character, so that a PDF can't say what they are.
    .filter((code) => display.has(code) && !/\p{M}/u.test(String.fromCodePoint(code)))
    .sort((a, b) => a - b);
  const ranges = [];
  for (const code of both.filter((code) => code >= 0x20)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return [
    '// Written by scripts/generate.js from the font files. After changing fonts, run: npm run generate',
    '/** Code points that every font of the templates has, as inclusive ranges. */',
    'export const coveredRanges: readonly (readonly [number, number])[] = [',
    ...ranges.map(([from, to]) => `  [${from}, ${to}],`),
    '];',
    '',
  ].join('\n');
}
