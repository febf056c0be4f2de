import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder, writeInto } from '../helpers/folders.js';
import { pshe, root } from '../helpers/pshe.js';

let folder: string;
const at = (words: string[]) => pshe(words, { cwd: folder });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  const parent = temporaryFolder();
  folder = join(parent, 'my-lessons');
  const { code, out, err } = await pshe(['init', 'my-lessons'], { cwd: parent });
  expect(code).toBe(0);
  expect(out).toContain('lessons/profiles/our-school.yaml');
  expect(err).toContain('cd my-lessons');
});

describe('pshe init makes a folder', () => {
  it('that passes the check without a warning', async () => {
    const { out, code } = await at(['check', '--max-warnings', '0']);
    expect(out).toContain('Nothing wrong');
    expect(code).toBe(0);
  });

  it('whose documents are for its own school', async () => {
    const { out, code } = await at(['build', 'ks3-ours-1', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('ks3-ours-1-teacher-notes-our-school.pdf');
  });

  it('with a profile that is complete when every line is taken in', async () => {
    const profile = read('lessons/profiles/our-school.yaml').replace(/^# (?!yaml-)((?:\s{2,}|- |[a-z-]+:).*)$/gm, '$1');
    expect(profile).toContain('\nlogos:');
    const own = temporaryFolder();
    writeInto(own, 'lessons/profiles/our-school.yaml', profile);
    writeInto(own, 'lessons/profiles/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>');
    const { out } = await pshe(['check', '--content', own, '--format', 'json']);
    expect(JSON.parse(out).findings).toEqual([]);
  });

  it('with schemas for editors at every place that names one', () => {
    const files = readdirSync(join(folder, 'lessons'), { recursive: true }).filter((name) =>
      /\.yaml$/.test(String(name)),
    );
    expect(files.length).toBe(3);
    for (const name of files) {
      const [, schema] = /\$schema=(\S+)/.exec(read(`lessons/${name}`)) ?? [];
      expect(existsSync(join(folder, 'lessons', String(name), '..', schema as string)), String(name)).toBe(true);
    }
    const { 'yaml.schemas': schemas } = JSON.parse(read('.vscode/settings.json'));
    for (const schema of Object.keys(schemas)) expect(existsSync(join(folder, schema)), schema).toBe(true);
  });

  it('with a workflow whose command the tool understands', async () => {
    const { jobs } = parse(read('.github/workflows/check.yml'));
    const { run } = jobs.check.steps.find((step: { run?: string }) => step.run);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(run).toMatch(new RegExp(`^npx --yes pshe-packs@${version} check `));
    const { code, out } = await at(run.replace(/^npx --yes \S+ /, '').split(' '));
    expect(out).toBe('');
    expect(code).toBe(0);
  });

  it('and leaves alone what is there already', async () => {
    writeFileSync(join(folder, 'pshe.yaml'), 'profile: []\n');
    writeFileSync(join(folder, 'schemas/lesson.schema.json'), '{}');
    const { code, err } = await at(['init', '.']);
    expect(code).toBe(0);
    expect(err).toContain('pshe.yaml');
    expect(read('pshe.yaml')).toBe('profile: []\n');
    expect(read('schemas/lesson.schema.json')).toContain('One lesson of a unit');
  });

  it('without an example where there are lessons', async () => {
    const own = temporaryFolder();
    mkdirSync(join(own, 'lessons/campaigns'), { recursive: true });
    expect((await pshe(['init', '.'], { cwd: own })).code).toBe(0);
    expect(readdirSync(join(own, 'lessons'))).toEqual(['campaigns']);
    expect((await pshe(['check'], { cwd: own })).code).toBe(0);
  });

  it('but not over a file', async () => {
    const own = temporaryFolder();
    writeFileSync(join(own, 'notes'), '');
    const { code, err } = await pshe(['init', 'notes'], { cwd: own });
    expect(err).toContain('“notes” is a file');
    expect(code).toBe(2);
  });
});
