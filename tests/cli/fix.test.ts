import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagedLessons } from '../../src/library/content.js';
import { exampleFolder } from '../helpers/examples.js';
import { pshe } from '../helpers/pshe.js';

const lesson = 'lessons/ks3/ours/ks3-ours-1.yaml';
const step = 'say: Color is good. In order to ask, ring the Runaway Helpline.\n';

function folderWith(change: (text: string) => string = (text) => text): { content: string; text: () => string } {
  const content = exampleFolder({ step });
  const path = join(content, lesson);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return { content, text: () => readFileSync(path, 'utf8') };
}

const fix = (content: string, ...words: string[]) =>
  pshe(['check', '--fix', '--today', '2026-12-01', '--content', content, ...words]);

describe('pshe check --fix', () => {
  it.each([
    ['as it is', (text: string) => text],
    ['with line ends from Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('mends what has one right answer, and leaves all else byte for byte: a file %s', async (_how, change) => {
    const { content, text } = folderWith(change);
    const before = text();
    const { out, err, code } = await fix(content);
    expect(text()).toBe(before.replace(step.trim(), 'say: Colour is good. To ask, ring the SafeCall.'));
    expect(err).toContain('3 findings mended in 1 file.');
    expect(out).toContain('Nothing wrong');
    expect(code).toBe(0);
  });

  it('shows with --dry-run what would change, and changes nothing', async () => {
    const { content, text } = folderWith();
    const before = text();
    const { out, err } = await fix(content, '--dry-run');
    expect(out).toContain(`-      - ${step}+      - say: Colour is good. To ask, ring the SafeCall.\n`);
    expect(err).toContain('3 findings would be mended in 1 file.');
    expect(text()).toBe(before);
  });

  it('mends a weekday, keeps what a comment silences, and leaves what has several answers', async () => {
    const { content, text } = folderWith((before) =>
      before.replace(
        `      - ${step}`,
        '      # pshe-ignore spelling: a title of a film\n      - say: The film is called color.\n      - say: We utilise it on Friday 18 March 2027.\n',
      ),
    );
    await fix(content);
    expect(text()).toContain('called color.');
    expect(text()).toContain('We utilise it on Thursday 18 March 2027.');
  });

  it('never touches the library that comes with the tool', async () => {
    const { content } = folderWith();
    const path = join(packagedLessons, 'reference/phrases.yaml');
    const before = readFileSync(path, 'utf8');
    await fix(content);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('ends with 2 for --dry-run alone', async () => {
    expect((await pshe(['check', '--dry-run'])).code).toBe(2);
  });
});
