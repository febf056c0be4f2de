import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../helpers/folders.js';
import { pshe } from '../helpers/pshe.js';

function emptyContent(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'lessons'));
  return folder;
}

describe('pshe new begins a file that passes the check', () => {
  const starts: [kind: string, id: string, files: string[]][] = [
    ['lesson', 'ks3-ours-1', ['lessons/ks3/ours/unit.yaml', 'lessons/ks3/ours/ks3-ours-1.yaml']],
    ['lesson', 'ks4-equal-9', ['lessons/ks4/equal/ks4-equal-9.yaml']],
    ['lesson', 'ks5-money-2', ['lessons/ks5/money/unit.yaml', 'lessons/ks5/money/ks5-money-2.yaml']],
    ['unit', 'ks4-ours', ['lessons/ks4/ours/unit.yaml']],
    ['session', 'tutor-ours', ['lessons/sessions/tutor-ours.yaml']],
    ['campaign', 'campaign-ours', ['lessons/campaigns/campaign-ours.yaml']],
    ['guide', 'guide-ours', ['lessons/guides/guide-ours.yaml']],
    ['profile', 'our-school', ['lessons/profiles/our-school.yaml']],
  ];
  it.each(starts)('%s %s', async (kind, id, files) => {
    const folder = emptyContent();
    const made = await pshe(['new', kind, id], { cwd: folder });
    expect(made).toMatchObject({ code: 0, out: `${files.join('\n')}\n` });
    const checked = await pshe(['check', '--max-warnings', '0'], { cwd: folder });
    expect(checked.out).toContain('Nothing wrong');
    const text = readFileSync(join(folder, files.at(-1) as string), 'utf8');
    expect(text).toContain(`\nid: ${id}\n`);
    expect(text.match(/^ *# /gm)?.length, 'notes that teach').toBeGreaterThan(5);
    expect(text).not.toContain('{{');
  });

  it('of which documents can be made in every kind', async () => {
    const folder = emptyContent();
    const things = [
      ['lesson', 'ks3-ours-1'],
      ['session', 'tutor-ours'],
      ['campaign', 'campaign-ours'],
      ['guide', 'guide-ours'],
    ];
    for (const words of things) await pshe(['new', ...words], { cwd: folder });
    const ids = [...things.map(([, id]) => id as string), 'ks3-ours'];
    const { err, code } = await pshe(['build', ...ids, '--quiet'], { cwd: folder });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'out/ks3-ours-1-slides.pdf'))).toBe(true);
  });
});

describe('pshe new refuses', () => {
  it.each([
    [['new', 'lesson', 'ours'], '“ours” can’t be the id of a lesson', 'ks3-ours-1'],
    [['new', 'unit', 'ours'], '“ours” can’t be the id of a unit', 'ks3-ours'],
    [['new', 'profile', 'Our School'], 'can’t be the id of a profile', 'our-school'],
    [['new', 'profile', '../x'], 'can’t be the id of a profile', 'our-school'],
    [['new', 'leson', 'ks3-ours-1'], 'nothing new of the kind “leson”', 'Did you mean “lesson”?'],
    [['new', 'lesson', 'ks3-respect-1'], 'something with the id “ks3-respect-1” already', 'copy its file'],
  ])('%j', async (words, fact, help) => {
    const { code, err, out } = await pshe(words, { cwd: emptyContent() });
    expect(out).toBe('');
    expect(err).toContain(fact);
    expect(err).toContain(help);
    expect(code).toBe(2);
  });

  it('to write where there are no lessons', async () => {
    const folder = temporaryFolder();
    const { code, err } = await pshe(['new', 'lesson', 'ks3-ours-1'], { cwd: folder });
    expect(err).toContain('pshe init');
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'lessons'))).toBe(false);
  });

  it('to add to a unit that has mistakes in it, and says so', async () => {
    const folder = emptyContent();
    writeInto(folder, 'lessons/ks3/ours/unit.yaml', 'id: ks3-ours\n');
    const { code, err } = await pshe(['new', 'lesson', 'ks3-ours-1'], { cwd: folder });
    expect(err).toContain('lessons/ks3/ours/unit.yaml has mistakes in it');
    expect(err).toContain('pshe check lessons/ks3/ours/unit.yaml');
    expect(code).toBe(2);
  });

  it('to write over a file', async () => {
    const folder = emptyContent();
    await pshe(['new', 'guide', 'guide-ours'], { cwd: folder });
    const { code, err } = await pshe(['new', 'guide', 'guide-ours'], { cwd: folder });
    expect(err).toContain('lessons/guides/guide-ours.yaml');
    expect(code).toBe(2);
  });
});
