// Writes docs/reference/ from the tool itself: commands and options, rules, fields of every kind of file.
// Needs `npm run build` first. `node scripts/reference.js --check` writes nothing and fails when a page has drifted.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { groups } from '../dist/check/rule.js';
import { rules } from '../dist/check/rules/index.js';
import { createProgram } from '../dist/cli.js';
import { documentKinds } from '../dist/documents/index.js';
import { madeOf, prints } from '../dist/documents/kind.js';
import { fieldsPage } from './fields.js';

const root = new URL('..', import.meta.url);
const head = '<!-- Written by scripts/reference.js; after a change run: npm run reference -->\n\n';
const pages = new Map([
  ['commands.md', commandsPage()],
  ['rules.md', rulesPage()],
  ['fields.md', await fieldsPage(new URL('schemas/', root))],
]);

await mkdir(new URL('docs/reference', root), { recursive: true });
for (const [name, text] of pages) await keep(`docs/reference/${name}`, head + text);
for (const rule of rules) await keep(`docs/rules/${rule.id}.md`, await rulePage(rule));

/** Writes a page, or with --check says that it has drifted. */
async function keep(name, text) {
  const file = new URL(name, root);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${name} has drifted. Run: npm run reference\n`);
    process.exitCode = 1;
  }
}

/** The page of a rule: why and examples are written by hand, head and end follow from the rule. */
async function rulePage({ id, about, group, severity, fixed, off }) {
  const page = await readFile(new URL(`docs/rules/${id}.md`, root), 'utf8').catch(() => '');
  const written = /^## Why\n[\s\S]*?(?=^## To silence it\n|$(?![\s\S]))/m.exec(page)?.[0].trimEnd() ?? '';
  const weight = severity === 'error' ? 'an error' : 'a warning';
  const silence = fixed
    ? `It can’t be silenced or set to weigh less. ${fixed}`
    : [
        'Above the line, with a reason:',
        '',
        '```yaml',
        `# pshe-ignore ${id}: why it is right here`,
        '```',
        '',
        `For a whole file write \`pshe-ignore-file\`; for a whole folder set \`${id}: off\` below \`rules:\` in \`pshe.yaml\`.`,
      ].join('\n');
  return [
    '<!-- Head and end are written by scripts/reference.js. -->',
    `# ${id}`,
    '',
    about,
    '',
    ...(off ? [`It is off until \`pshe.yaml\` turns it on. ${off}`, ''] : []),
    `It is ${weight}, one of the [rules](../reference/rules.md) about ${groups[group].toLowerCase()}.`,
    '',
    written,
    '',
    '## To silence it',
    '',
    silence,
    '',
  ].join('\n');
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
  return `# Commands\n\n## Options of every command\n\n${optionTable(program)}\n${sections.join('\n')}\n${kindTable()}`;
}

/** Which documents there are, of what, and in which ways each can be printed. */
function kindTable() {
  const rows = documentKinds.map(({ id, name, of, mono, prints: able = [] }) => {
    const cells = prints.map((print) => (able.includes(print) ? 'yes' : mono && print === 'mono' ? 'always' : ''));
    return `| \`${id}\` | ${name} | ${madeOf[of]} | ${cells.join(' | ')} |`;
  });
  return [
    '## Kinds of document',
    '',
    'What `--kind` and `--print` take. A document that can’t be printed in a way is left out of that build.',
    '',
    `| Kind | Document | Made of | ${prints.join(' | ')} |`,
    `| --- | --- | --- | ${prints.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}

function optionTable(command) {
  const rows = command.options.map((option) => `| \`${option.flags}\` | ${option.description} |`);
  return ['| Option | Meaning |', '| --- | --- |', ...rows, ''].join('\n');
}

function rulesPage() {
  const sections = Object.entries(groups).map(([group, name]) => {
    const own = rules.filter((rule) => rule.group === group);
    if (own.length === 0) return [];
    const rows = own.map(
      ({ id, severity, fixed, off, about }) =>
        `| [\`${id}\`](../rules/${id}.md) | ${off ? 'off' : severity}${fixed ? ', always' : ''} | ${about} |`,
    );
    return [`## ${name}`, '', '| Rule | Weight | What must hold |', '| --- | --- | --- |', ...rows, ''];
  });
  const intro = `The ${rules.length} rules of \`pshe check\`. Each has a page, which \`pshe explain <rule>\` shows as well.`;
  return ['# Rules', '', intro, '', ...sections.flat()].join('\n');
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
