import { describe, expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
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

  it('services: says of one that has closed whom to name, and not how to reach it', async () => {
    const content = exampleFolder({
      services: `services:
        - id: garden-line
          name: Garden Line
          for: anyone
          what: A gardener listens.
          phone: 0300 000 0000
          bands: [ks3]
          audience: [pupils]
          nations: [england]
          retired: { since: 2026-09-01, instead: childline }
          proof: { source: an invented garden, mark: verified, checked: 2026-11-24 }
`,
    });
    const { out } = await pshe(['list', 'services', '--content', content]);
    expect(out).toContain('retired since 2026-09-01, name childline instead');
    expect(out).not.toContain('0300 000 0000');
  });
});

it('pshe explain shows the page of a rule without marks of Markdown', async () => {
  const { out, code } = await pshe(['explain', 'minutes-add-up']);
  expect(code).toBe(0);
  expect(out).toContain('\n    minutes: 50\n\n  │ The activities for ks3 take 60 minutes');
  expect(out).not.toMatch(/[`]{2}|<!--|\]\(|^#/m);
  for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
});
