import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
import { temporaryFolder, writeInto } from '../helpers/folders.js';
import { pshe } from '../helpers/pshe.js';

const services = (more: string) => `updated: 2026-12-01
services:
  - id: garden-line
    name: Garden Line
    for: anyone
    what: A gardener listens.
    phone: 0300 000 0000
    bands: [ks3, ks4, ks5]
    audience: [pupils, adults]
    nations: [england, wales, scotland, northern-ireland]
${more}    proof: { source: an invented garden, mark: verified, checked: 2026-11-24 }
`;

describe('pshe check --changed', () => {
  let content: string;
  const git = (...words: string[]) => {
    const { status, stderr, stdout } = spawnSync('git', words, { cwd: content, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  const commit = () => git('add', '--all') + git('commit', '-q', '-m', 'Go on');
  const path = (name: string) => join(content, name);
  const change = (name: string, from: string, to: string) => {
    const before = readFileSync(path(name), 'utf8');
    expect(before).toContain(from);
    writeFileSync(path(name), before.replace(from, to));
  };
  const found = async (...words: string[]) => {
    const { out, err, code } = await pshe([
      'check',
      '--format',
      'json',
      '--today',
      '2026-12-01',
      '--content',
      content,
      '--changed',
      ...words,
    ]);
    if (code !== 0 && code !== 1) return err;
    const { findings, summary } = JSON.parse(out) as {
      findings: { rule: string; file: string }[];
      summary: { files: number };
    };
    return { findings: findings.map(({ rule, file }) => `${rule} ${file}`), files: summary.files };
  };

  const first = 'lessons/ks3/ours/ks3-ours-1.yaml';
  const second = 'lessons/ks4/ours/ks4-ours-1.yaml';
  const list = 'lessons/reference/services.yaml';

  beforeEach(() => {
    // Two lessons, of which the second has had a fault for long and the first names a service of our own.
    content = exampleFolder({ step: 'say: Or ring the Garden Line on $service.garden-line.phone.\n' });
    const other = exampleFolder({ step: 'say: Ask the guys to commence.\n' }, 'ks4');
    cpSync(join(other, 'lessons'), join(content, 'lessons'), { recursive: true });
    writeInto(content, list, services(''));
    git('init', '-q', '-b', 'main');
    git('config', 'user.email', 'lead@example.org');
    git('config', 'user.name', 'A lead');
    commit();
  });

  it('finds nothing where nothing has changed, and says so', async () => {
    expect(await found()).toEqual({ findings: [], files: 0 });
    const { out } = await pshe(['check', '--content', content, '--changed']);
    expect(out).toContain('Nothing to check');
  });

  it('finds what is wrong in a changed file, whether it is committed or not, and in no other', async () => {
    change(first, 'Or ring the Garden Line', 'Commence with the Garden Line');
    // The unit that it is part of is looked at as well.
    const wrong = { findings: [`plain-words ${first}`], files: 2 };
    expect(await found()).toEqual(wrong);
    commit();
    expect(await found()).toEqual({ findings: [], files: 0 });
    expect(await found('HEAD~1')).toEqual(wrong);
  });

  it('finds what a new file has in it', async () => {
    cpSync(path(second), path('lessons/ks4/ours/ks4-ours-2.yaml'));
    const all = await found();
    // The unit that it is part of has changed by it; the other lesson of the unit has not.
    expect(all).toMatchObject({ files: 2, findings: expect.arrayContaining([expect.stringContaining('ks4-ours-2')]) });
    expect(JSON.stringify(all)).not.toContain('ks4-ours-1.yaml');
  });

  it('finds in each lesson what a changed service does to it, and leaves those that do not name it', async () => {
    writeFileSync(path(list), services('    retired: { since: 2026-01-31, instead: safecall }\n'));
    expect(await found()).toEqual({ findings: [`service-retired ${first}`], files: 2 });
  });

  it('finds in each lesson what a deleted service leaves behind', async () => {
    rmSync(path(list));
    expect(await found()).toEqual({ findings: [`mark-known ${first}`], files: 1 });
  });

  it('looks at the lessons of a unit when the unit or one of them changes', async () => {
    change('lessons/ks4/ours/unit.yaml', 'bands: [ks4]', 'bands: [ks5]');
    expect(await found()).toMatchObject({ findings: expect.arrayContaining([`unit-band ${second}`]), files: 2 });
  });

  it('looks at everything when words that count everywhere or settings change', async () => {
    writeFileSync(path('pshe.yaml'), 'rules: { plain-words: error }\n');
    expect(await found()).toMatchObject({
      findings: expect.arrayContaining([`plain-words ${second}`, `inclusive-language ${second}`]),
    });
  });

  it('looks at a profile that lies outside of the lessons', async () => {
    writeInto(content, 'schools/our-school.yaml', 'id: our-school\nname: Our School\n');
    writeFileSync(path('pshe.yaml'), 'profile: [schools/our-school.yaml]\n');
    commit();
    expect(await found()).toEqual({ findings: [], files: 0 });
    change('schools/our-school.yaml', 'name: Our School', 'nmae: Our School');
    expect(await found()).toMatchObject({ findings: expect.arrayContaining([expect.stringContaining('schema ')]) });
  });

  it('counts from where a branch began: what others did since is theirs', async () => {
    git('switch', '-q', '-c', 'mine');
    change(first, 'Or ring the Garden Line', 'Commence with the Garden Line');
    commit();
    git('switch', '-q', 'main');
    change(second, 'Ask the guys', 'Purchase the guys');
    commit();
    git('switch', '-q', 'mine');
    expect(await found('main')).toEqual({ findings: [`plain-words ${first}`], files: 2 });
  });

  it('says what to do in a clone that lacks the commit, for a commit that is none, and outside of a repository', async () => {
    change(first, 'Or ring', 'Or phone');
    commit();
    const clone = temporaryFolder();
    spawnSync('git', ['clone', '-q', '--depth', '1', `file://${content}`, clone]);
    const whole = content;
    content = clone;
    expect(await found('HEAD~1')).toMatch(/only part of the history.*\n.*fetch-depth: 0/);
    content = whole;
    expect(await found('nowhere')).toMatch(/“nowhere” is no commit of this repository/);
    rmSync(path('.git'), { recursive: true });
    expect(await found()).toMatch(/is not in a Git repository/);
  });

  it('does not take a part for the whole when it writes a baseline', async () => {
    const { err, code } = await pshe([
      'check',
      '--content',
      content,
      '--changed',
      '--baseline',
      path('known.json'),
      '--update-baseline',
    ]);
    expect(err).toContain('--update-baseline goes with the whole library.');
    expect(code).toBe(2);
  });
});
