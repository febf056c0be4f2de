import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExample } from '../helpers/check-example.js';
import { contentWith, temporaryFolder } from '../helpers/folders.js';
import { pshe, root } from '../helpers/pshe.js';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));
const textOf = (name: string) => readFileSync(join(root, name), 'utf8');

/** Fenced blocks of a page by the words behind the fence. */
function blocks(name: string, language: string): string[] {
  return [...textOf(name).matchAll(/^```(\S+(?: \S+)?)\n([\s\S]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map((match) => match[2] as string);
}

describe('links', () => {
  it.each(pages)('of %s lead somewhere', (name) => {
    const links = [...textOf(name).matchAll(/(?:\]\(|src=")([^)"#\s]+)/g)].map((match) => match[1] as string);
    for (const link of links.filter((target) => !/^https?:/.test(target))) {
      expect(existsSync(join(root, dirname(name), link)), `${link} in ${name}`).toBe(true);
    }
  });
});

describe('commands of the README', () => {
  const commands = blocks('README.md', 'sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('npx pshe '));
  it('are there', () => expect(commands.length).toBeGreaterThan(5));
  it.each(commands)('%s', async (command) => {
    const words = command.replace(/^npx pshe /, '').split(' ');
    const { code, err } = await pshe(words, { cwd: temporaryFolder() });
    expect(err).not.toContain('pshe:');
    expect(code).toBe(0);
  });

  it('show messages as the tool prints them', async () => {
    const lesson = readFileSync(join(root, 'lessons/ks3/respect/ks3-respect-1.yaml'), 'utf8');
    const folder = contentWith({
      'ks3/respect/ks3-respect-1.yaml': lesson.replace('topics: [friendship,', 'topics: [freindship,'),
    });
    const { out } = await pshe(['check', '--content', folder]);
    for (const line of blocks('README.md', 'text')[0]?.trim().split('\n') ?? ['nothing']) expect(out).toContain(line);
  });
});

it('the first steps of the authors’ guide go as they are written', async () => {
  const folder = temporaryFolder();
  let cwd = folder;
  const lines = blocks('docs/authoring.md', 'sh start').flatMap((block) => block.trim().split('\n'));
  expect(lines.length).toBeGreaterThan(6);
  for (const line of lines) {
    const words = line.split(' ');
    if (words[0] === 'cd') cwd = join(cwd, words[1] as string);
    else expect(await pshe(words.slice(2), { cwd }), line).toMatchObject({ code: 0 });
  }
  expect(readdirSync(join(cwd, 'out')).length).toBeGreaterThan(5);
});

it('the settings of the authors’ guide are settings', async () => {
  const folder = contentWith({
    'profiles/our-school.yaml': 'id: our-school\nname: Ours\nkind: school\nnation: england\n',
  });
  writeFileSync(join(folder, 'pshe.yaml'), blocks('docs/authoring.md', 'yaml settings')[0] ?? '');
  const { code, out } = await pshe(['check'], { cwd: folder });
  expect(out).toContain('Nothing wrong');
  expect(code).toBe(0);
});

it('the comment that silences a rule in the authors’ guide does so', async () => {
  const findings = await checkExample({ lesson: blocks('docs/authoring.md', 'yaml lesson')[0] ?? '' });
  expect(findings).toEqual([]);
});

it('the list of schools in the authors’ guide makes posters for each', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'schools.csv'), blocks('docs/authoring.md', 'csv')[0] ?? '');
  const words = ['build', 'campaign-cea', '--kind', 'poster', '--profile', 'schools.csv', '--dry-run'];
  const { out, code } = await pshe(words, { cwd: folder });
  expect(code).toBe(0);
  expect(out.match(/-(?:elm|oak)\.pdf/g)).toHaveLength(8);
});

describe('examples of the authors’ guide', () => {
  const base = readFileSync(join(root, 'tests/cli/check/reference-topic/lessons/ks3/demo/ks3-demo-1.yaml'), 'utf8')
    .replace('freindship', 'friendship')
    .replace('word: trust', 'word: loyalty');
  const indented = (text: string, columns: number) => text.trimEnd().replaceAll('\n', `\n${' '.repeat(columns)}`);
  const place = {
    step: (text: string) => base.replace('- say: Talk about the story.', `- ${indented(text, 8)}`),
    slide: (text: string) =>
      base
        .replace(/ {6}- id: story\n(?: {8}.*\n)+/, `      - ${indented(text, 8)}\n`)
        .replace('- show: story', `- show: ${/id: (\S+)/.exec(text)?.[1]}`),
    worksheet: (text: string) =>
      base.replace(
        '    slides:\n      - id: story',
        `    worksheet:\n      - ${indented(text, 8)}\n    slides:\n      - id: story`,
      ),
  };
  const examples = Object.entries(place).flatMap(([kind, put]) =>
    blocks('docs/authoring.md', `yaml ${kind}`).map((text, index) => [`${kind} ${index + 1}`, put(text)] as const),
  );
  it('are there', () => expect(examples.length).toBeGreaterThan(6));
  it.each(examples)('%s has nothing wrong in it', async (_name, lesson) => {
    expect(lesson).not.toBe(base);
    const { out, code } = await pshe(['check', '--content', contentWith({ 'ks3/demo/ks3-demo-1.yaml': lesson })]);
    expect(out).toContain('Nothing wrong');
    expect(code).toBe(0);
  });

  it('and every trap in its table is one that the check explains', async () => {
    const traps = [...textOf('docs/authoring.md').matchAll(/^\| `(say: .*?)` +\| /gm)].map(
      (match) => match[1] as string,
    );
    expect(traps.length).toBe(5);
    for (const trap of traps) {
      const { out, code } = await pshe([
        'check',
        '--content',
        contentWith({ 'ks3/demo/ks3-demo-1.yaml': base.replace('say: Talk about the story.', trap) }),
      ]);
      expect(code, trap).toBe(1);
      expect(out, trap).toMatch(/yaml-syntax|yaml-text-cut/);
    }
  });
});
