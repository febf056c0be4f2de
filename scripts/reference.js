// Writes docs/reference/ from the tool itself: commands and options, rules, fields of every kind of file.
// Needs `npm run build` first. `node scripts/reference.js --check` writes nothing and fails when a page has drifted.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { rules } from '../dist/check/rules/index.js';
import { createProgram } from '../dist/cli.js';

const root = new URL('..', import.meta.url);
const head = '<!-- Written by scripts/reference.js; after a change run: npm run reference -->\n\n';
const pages = new Map([
  ['commands.md', commandsPage()],
  ['rules.md', rulesPage()],
  ['fields.md', await fieldsPage()],
]);

await mkdir(new URL('docs/reference', root), { recursive: true });
for (const [name, text] of pages) {
  const file = new URL(`docs/reference/${name}`, root);
  if (!process.argv.includes('--check')) await writeFile(file, head + text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== head + text) {
    process.stderr.write(`docs/reference/${name} has drifted. Run: npm run reference\n`);
    process.exitCode = 1;
  }
}

function commandsPage() {
  const program = createProgram(() => undefined);
  const sections = program.commands.map((command) => {
    const usage = [
      command.name(),
      ...command.registeredArguments.map((argument) => `[${argument.name()}${argument.variadic ? '...' : ''}]`),
    ];
    const words = command.registeredArguments.map((argument) => `\`${argument.name()}\`: ${argument.description}\n`);
    return `## pshe ${usage.join(' ')}\n\n${capital(command.description())}.\n\n${words.join('')}${words.length > 0 ? '\n' : ''}${optionTable(command)}`;
  });
  return `# Commands\n\n## Options of every command\n\n${optionTable(program)}\n${sections.join('\n')}`;
}

function optionTable(command) {
  const rows = command.options.map((option) => `| \`${option.flags}\` | ${option.description} |`);
  return ['| Option | Meaning |', '| --- | --- |', ...rows, ''].join('\n');
}

function rulesPage() {
  const rows = rules.map((rule) => `| \`${rule.id}\` | ${rule.severity} | ${rule.about} |`);
  return [
    '# Rules',
    '',
    'What `pshe check` looks for.',
    '',
    '| Rule | Severity | What must hold |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

async function fieldsPage() {
  const schemas = new Map();
  for (const name of (await readdir(new URL('schemas', root))).sort()) {
    schemas.set(name, JSON.parse(await readFile(new URL(`schemas/${name}`, root), 'utf8')));
  }
  const resolve = (schema, file) => {
    if (!schema.$ref) return { schema, file };
    const [target, pointer = ''] = schema.$ref.split('#');
    const to = target || file;
    const found = pointer
      .split('/')
      .filter(Boolean)
      .reduce((node, part) => node[part], schemas.get(to));
    const next = resolve(found, to);
    return {
      schema: { ...next.schema, ...(schema.description ? { description: schema.description } : {}) },
      file: next.file,
    };
  };
  const cell = (text) => text.replaceAll('|', '\\|');
  const table = (body, file) => {
    const rows = Object.entries(body.properties ?? {}).map(([name, property]) => {
      const { schema } = resolve(property, file);
      const words = [schema.description ?? schema.title ?? '', schema.enum ? `One of: ${schema.enum.join(', ')}.` : ''];
      const must = (body.required ?? []).includes(name) ? 'yes' : '';
      return `| \`${name}\` | ${must} | ${cell(words.filter(Boolean).join(' '))} |`;
    });
    return ['| Field | Needed | What it is |', '| --- | --- | --- |', ...rows, ''].join('\n');
  };
  const sections = [...schemas]
    .filter(([name]) => name !== 'common.schema.json')
    .map(([name, schema]) => {
      const intro = `## ${schema.title}\n\n${schema.description ?? ''}\n\n`;
      if (!schema.discriminator) return intro + table(schema, name);
      const layouts = schema.oneOf.map((option) => resolve(option, name).schema);
      return (
        intro +
        layouts
          .map(
            (layout) =>
              `### ${layout.title} (\`layout: ${layout.properties.layout.const}\`)\n\n${layout.description}\n\n${table(layout, name)}`,
          )
          .join('\n')
      );
    });
  return `# Fields\n\nEvery field of every kind of file. Your editor shows the same while you type.\n\n${sections.join('\n')}`;
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
