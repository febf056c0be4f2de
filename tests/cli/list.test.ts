import { describe, expect, it } from 'vitest';
import { pshe } from '../helpers/pshe.js';

const names = [
  'lessons',
  'units',
  'campaigns',
  'guides',
  'services',
  'statements',
  'topics',
  'bands',
  'laws',
  'terms',
  'days',
  'profiles',
  'kinds',
  'rules',
];

describe('pshe list', () => {
  it.each(names)('%s: at 80 columns, and as JSON with the same ids', async (name) => {
    const { out, code } = await pshe(['list', name]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
    const { [name]: rows } = JSON.parse((await pshe(['list', name, '--json'])).out);
    expect(rows.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !line.startsWith(' ')).map((line) => line.split(' ')[0])).toEqual(
      rows.map(({ id }: { id: string }) => id),
    );
  });
});

it('pshe explain shows the page of a rule without marks of Markdown', async () => {
  const { out, code } = await pshe(['explain', 'minutes-add-up']);
  expect(code).toBe(0);
  expect(out).toContain('\n    minutes: 50\n\n  │ The activities for ks3 take 60 minutes');
  expect(out).not.toMatch(/[`]{2}|<!--|\]\(|^#/m);
  for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
});
