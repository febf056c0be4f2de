// Writes the reference of fields from schemas/: every field of every kind of file, with what it means and its limits.
import { readdir, readFile } from 'node:fs/promises';

const schemas = new Map();

/** The page as Markdown. */
export async function fieldsPage(folder) {
  for (const name of (await readdir(folder)).sort()) {
    schemas.set(name, JSON.parse(await readFile(new URL(name, folder), 'utf8')));
  }
  const kinds = [...schemas].filter(([name]) => name !== 'common.schema.json');
  const contents = kinds.map(([, { title }]) => `[${title}](#${anchor(title)})`).join(', ');
  return [
    '# Fields',
    '',
    'Every field of every kind of file. Your editor shows the same while you type. A text may hold [marks](../authoring.md#marks-never-type-a-number-or-a-name) and may differ by band, unless its line says otherwise.',
    '',
    `${contents}, [pieces that return](#pieces-that-return).`,
    '',
    ...kinds.flatMap(([name, schema]) => kindSection(schema, name)),
    '## Pieces that return',
    '',
    ...returning().flatMap(({ schema }) => objectSections(3, schema.title, schema, 'common.schema.json')),
  ].join('\n');
}

function kindSection(schema, file) {
  const intro = [`## ${schema.title}`, '', schema.description ?? '', ''];
  if (!schema.discriminator) return [...intro, ...table(schema, file), ...innerSections(3, schema, file, '')];
  const layouts = schema.oneOf.map((option) => resolve(option, file).schema);
  return [
    ...intro,
    ...layouts.flatMap((layout) =>
      objectSections(3, `${layout.title} (\`layout: ${layout.properties.layout.const}\`)`, layout, file),
    ),
  ];
}

function objectSections(level, title, schema, file, name = '') {
  const intro = [`${'#'.repeat(level)} ${title}`, '', ...(schema.description ? [schema.description, ''] : [])];
  return [...intro, ...table(schema, file), ...innerSections(level + 1, schema, file, name)];
}

/** Groups of fields inside a group, each with a heading and a table of its own. */
function innerSections(level, schema, file, name) {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const inner = group(property, file);
    if (!inner || inner.section) return [];
    const path = name ? `${name} › ${key}` : key;
    return objectSections(level, `\`${path}\``, { ...inner.schema, description: '' }, inner.file, path);
  });
}

/** The group of fields that a field, or each item of its list, consists of; and its section, where it has one. */
function group(property, file) {
  const own = resolve(property, file);
  const items = own.schema.items ? resolve(own.schema.items, own.file) : null;
  for (const target of items ? [items, own] : [own]) {
    const { schema } = target;
    if (schema.discriminator) return { ...target, section: schema.title };
    if (!schema.properties || isBandMap(schema)) continue;
    const isFile = schemas.get(target.file) === target.original;
    const returns = returning().some((piece) => piece.schema === target.original);
    return { ...target, section: isFile || returns ? schema.title : null };
  }
  return null;
}

function isBandMap(schema) {
  return Object.keys(schema.properties ?? {}).every((key) => /^ks\d$/.test(key));
}

/** Groups of fields in the common schema. */
function returning() {
  return Object.values(schemas.get('common.schema.json').$defs)
    .filter((schema) => schema.type === 'object' && schema.properties && !isBandMap(schema))
    .map((schema) => ({ schema }));
}

function resolve(schema, file) {
  if (!schema.$ref) return { schema, original: schema, file };
  const [target, pointer = ''] = schema.$ref.split('#');
  const to = target || file;
  const found = pointer
    .split('/')
    .filter(Boolean)
    .reduce((node, part) => node[part], schemas.get(to));
  const next = resolve(found, to);
  const { $ref: _ref, ...own } = schema;
  return { ...next, schema: { ...next.schema, ...own } };
}

function table(schema, file) {
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const must = (schema.required ?? []).includes(name) ? 'yes' : '';
    return `| \`${name}\` | ${must} | ${meaning(property, file).replaceAll('|', '\\|')} |`;
  });
  return ['| Field | Needed | What it is |', '| --- | --- | --- |', ...rows, ''];
}

/** What a field is and how much it may hold. */
function meaning(property, file) {
  const { schema, file: from } = resolve(property, file);
  const section = group(property, file)?.section;
  return [
    schema.const ? `\`${schema.const}\`.` : (schema.description ?? ''),
    ...limits(schema, from),
    section ? `See [${section}](#${anchor(section)}).` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const everyText = 2000;
const everyList = 24;

function limits(schema, file) {
  const words = [];
  const items = schema.items ? resolve(schema.items, file).schema : null;
  const choice = schema.enum ?? items?.enum;
  if (choice) words.push(`One of: ${choice.join(', ')}.`);
  if (schema.type === 'boolean') words.push('true or false.');
  words.push(between(schema.minimum, schema.maximum, ''));
  words.push(between(schema.minItems > 1 ? schema.minItems : undefined, schema.maxItems, ' items', everyList));
  if (schema.title !== 'Id') words.push(between(undefined, schema.maxLength, ' characters', everyText));
  if (schema.title === 'Id' || items?.title === 'Id') return words.filter(Boolean);
  if (items?.maxLength < 100 && !items.pattern) words.push(`Each at most ${items.maxLength} characters.`);
  const example = schema.pattern ? schema.examples?.[0] : items?.pattern ? items.examples?.[0] : undefined;
  if (example) words.push(`For example: \`${example.startsWith('#') ? `"${example}"` : example}\`.`);
  return words;
}

/** A range in words; nothing for the limits that every text and list has. */
function between(least, most, noun, everywhere) {
  if (most === undefined || most === everywhere) return least === undefined ? '' : `At least ${least}${noun}.`;
  return least === undefined ? `At most ${most}${noun}.` : `${least} to ${most}${noun}.`;
}

function anchor(title) {
  return title.toLowerCase().replaceAll(' ', '-');
}
