import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../src/check/rules/index.js';
import { checkExample } from '../helpers/check-example.js';
import type { Example } from '../helpers/examples.js';
import { exampleFolder } from '../helpers/examples.js';
import { pshe, root } from '../helpers/pshe.js';

/** One case of a rule: pieces of content, and the findings of the rule in them. */
interface Case {
  band?: 'ks3' | 'ks4' | 'ks5';
  wrong?: Example;
  right?: Example;
  /** The very words that each finding marks, and a part of what it says. */
  finds?: { at: string; says: string }[];
}

const casesFile = (id: string) => join(root, `tests/check/rules/${id}.yaml`);
const pageFile = (id: string) => join(root, `docs/rules/${id}.md`);

it('every rule has its cases and its page, and there are no others', () => {
  const ids = rules.map(({ id }) => id);
  expect(readdirSync(join(root, 'tests/check/rules')).sort()).toEqual(ids.map((id) => `${id}.yaml`));
  expect(readdirSync(join(root, 'docs/rules')).sort()).toEqual(ids.map((id) => `${id}.md`));
});

/** What the check finds in an example; what can only be seen in the page is found by a build. */
async function findingsIn(id: string, example: Example, band: Case['band']) {
  if (id !== 'too-long')
    return checkExample(example, band, rules.find((rule) => rule.id === id)?.off ? { [id]: 'warn' } : {});
  const content = exampleFolder(example, band);
  const { out } = await pshe(['build', 'ks3-ours-1', '--kind', 'slides', '--json', '--content', content], {
    cwd: content,
  });
  const { failed } = JSON.parse(out) as { failed: { findings: Found[] }[] };
  return failed.flatMap(({ findings }) =>
    findings.map((found) => ({ ...found, range: found, text: readFileSync(join(content, found.file), 'utf8') })),
  );
}

interface Found {
  rule: string;
  message: string;
  hint: string;
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** The words of a file that a finding marks. */
function marked(text: string, range: { line: number; column: number; endLine: number; endColumn: number }): string {
  const lines = text.split('\n').slice(range.line - 1, range.endLine);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, range.endColumn - 1) ?? '';
  lines[0] = lines[0]?.slice(range.column - 1) ?? '';
  return lines.join('\n');
}

const isForm = (id: string) => rules.find((rule) => rule.id === id)?.group === 'form';

describe.each(rules)('$id', ({ id }) => {
  const cases = parse(readFileSync(casesFile(id), 'utf8')) as Case[];
  it.each(cases.map((one, index) => [index + 1, one] as const))('case %i', async (_number, one) => {
    const findings = await findingsIn(id, one.wrong ?? one.right ?? {}, one.band);
    if (one.right) {
      // A piece may break another rule about how one teaches, but what it says must be read as it is meant.
      const wrong = findings.filter(({ rule }) => rule === id || isForm(rule));
      expect(wrong.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      return;
    }
    const own = findings.filter(({ rule }) => rule === id);
    expect(own.map(({ text, range }) => marked(text, range))).toEqual(one.finds?.map(({ at }) => at));
    for (const [index, { says }] of (one.finds ?? []).entries()) {
      expect(`${own[index]?.message} ${own[index]?.hint}`).toContain(says);
    }
  });
});

/** The examples of a page below a heading, by the place behind each fence. */
function examples(page: string, heading: string): { example: Example; band: Case['band'] } {
  const part = page.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';
  const found = [...part.matchAll(/^```(?:yaml|csv) (\S+)(?: (ks[345]))?\n([\s\S]*?)^```$/gm)];
  return {
    example: Object.fromEntries(found.map((match) => [match[1], match[3]])),
    band: found[0]?.[2] as Case['band'],
  };
}

/** A page that quotes what the check says now: a message and its hint for each finding, or the hint alone. */
function withWords(page: string, findings: readonly { message: string; hint: string }[]): string {
  const left = [...findings];
  return page.replace(/(?:^> .*\n)+/gm, (quoted) => {
    const lines = quoted.trimEnd().split('\n').length;
    const own = left.splice(0, Math.ceil(lines / 2)).flatMap(({ message, hint }) => [message, hint].filter(Boolean));
    return own
      .slice(-lines)
      .map((line) => `> ${line}\n`)
      .join('');
  });
}

describe.each(rules)('the page of $id', ({ id }) => {
  const page = readFileSync(pageFile(id), 'utf8');

  it('shows what is wrong, and what the check says of it', async () => {
    const { example, band } = examples(page, 'Wrong');
    expect(Object.keys(example).length).toBeGreaterThan(0);
    const findings = (await findingsIn(id, example, band)).filter(({ rule }) => rule === id);
    expect(findings.length).toBeGreaterThan(0);
    expect(page).toMatch(/^> /m);
    await expect(withWords(page, findings)).toMatchFileSnapshot(pageFile(id));
  });

  it('shows what is right, with nothing wrong in it', async () => {
    const { example, band } = examples(page, 'Right');
    expect(Object.keys(example).length).toBeGreaterThan(0);
    const findings = await findingsIn(id, example, band);
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});
