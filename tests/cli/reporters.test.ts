import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../src/check/rules/index.js';
import { temporaryFolder, writeInto } from '../helpers/folders.js';
import { pshe } from '../helpers/pshe.js';

/** A repository with a content folder in it, which has two errors, a warning and signs that forms of output use. */
let content: string;
const check = (...words: string[]) =>
  pshe(['check', '--content', content, '--today', '2029-01-01', '--rule', 'service-checked=off', ...words]);
const file = 'our lessons/lessons/profiles/elm.yaml';

beforeAll(() => {
  const repository = temporaryFolder();
  mkdirSync(join(repository, '.git'));
  content = join(repository, 'our lessons');
  writeInto(
    content,
    'lessons/profiles/elm.yaml',
    'id: oak\nname: \'A <b>, 100%: "@x" 🙂\'\nkind: school\nnation: england\n',
  );
});

it('every form ends with the same number', async () => {
  for (const form of ['text', 'json', 'sarif', 'junit', 'github', 'markdown']) {
    expect((await check('--format', form)).code, form).toBe(1);
  }
});

describe('findings as SARIF', () => {
  it('list every rule, and give each finding from the root of the repository', async () => {
    const log = JSON.parse((await check('--format', 'sarif')).out);
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    const own = run.results.filter(({ ruleId }: { ruleId: string }) => ruleId !== 'day-to-come');
    expect(own).toEqual([
      expect.objectContaining({ ruleId: 'id-matches-file', level: 'error' }),
      expect.objectContaining({ ruleId: 'character-shown', level: 'error' }),
    ]);
    for (const { ruleId, ruleIndex, locations, partialFingerprints } of own) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(artifactLocation).toEqual({ uri: file.replace(' ', '%20'), uriBaseId: '%SRCROOT%' });
      expect(region.startLine).toBeLessThanOrEqual(region.endLine);
      expect(partialFingerprints['pshe/v1']).toMatch(/^[0-9a-f]{32}$/);
    }
    const other = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'day-to-come');
    expect(other.level).toBe('warning');
    expect(other.locations[0].physicalLocation.artifactLocation.uri).toMatch(/^file:\/\/\//);
  });

  it('have the same fingerprints when lines are added above', async () => {
    const prints = async () =>
      JSON.parse((await check('--format', 'sarif')).out).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: object }) => partialFingerprints,
      );
    const before = await prints();
    const path = join(content, 'lessons/profiles/elm.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `# a comment\n\n${text}`);
    expect(await prints()).toEqual(before);
    writeFileSync(path, text);
  });
});

it('findings for GitHub are commands with what it reads as signs taken out', async () => {
  const lines = (await check('--format', 'github')).out.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line).toMatch(/^::(?:error|warning) file=[^,]+,line=\d+,col=\d+,endLine=\d+,/);
  const [first] = lines.filter((line) => line.includes('title=id-matches-file'));
  expect(first).toContain(`::error file=${file},line=1,col=5,endLine=1,endColumn=8,title=id-matches-file::oak%0A`);
  expect(lines.some((line) => line.startsWith('::warning '))).toBe(true);
});

it('findings as JUnit are XML with as many failures as errors', async () => {
  const { out } = await check('--format', 'junit');
  expect(out).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="pshe check" tests="\d+" failures="2">/,
  );
  expect(out.match(/<failure /g)).toHaveLength(2);
  expect(out.match(/<system-out>/g)?.length).toBeGreaterThan(0);
  expect(out.match(/<testcase /g)).toHaveLength(Number(/ tests="(\d+)"/.exec(out)?.[1]));
  const open: string[] = [];
  for (const [, close, name, alone] of out.matchAll(/<(\/?)([a-z-]+)(?: [a-z]+="[^"<]*")*(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!alone) open.push(name as string);
  }
  expect(open).toEqual([]);
});

it('findings for a comment on a pull request are a list for each file', async () => {
  const { out } = await check('--format', 'markdown');
  expect(out).toContain('2 errors and');
  expect(out).toContain(`**${file}**\n\n- Line 1, **error** \`id-matches-file\` (oak): `);
});

it('several forms go to files at once, and to standard output', async () => {
  const folder = join(temporaryFolder(), 'new');
  const words = [`sarif=${join(folder, 'a.sarif')},junit=${join(folder, 'b.xml')}`, '--format', 'json'];
  const { out } = await check('--format', ...words);
  expect(JSON.parse(out).summary).toMatchObject({ errors: 2 });
  expect(existsSync(join(folder, 'a.sarif'))).toBe(true);
  expect(readFileSync(join(folder, 'b.xml'), 'utf8')).toContain('</testsuites>');
});

it('a file that can’t be written ends with 3 and its name', async () => {
  const { err, code } = await check('--format', `json=${join(content, 'lessons/profiles/elm.yaml/x.json')}`);
  expect(err).toContain('elm.yaml/x.json can’t be written');
  expect(code).toBe(3);
});

it('a comment that silences nothing weighs what is set', async () => {
  const folder = temporaryFolder();
  const text = 'id: elm\n# pshe-ignore day-to-come: it is over\nname: Elm\nkind: school\nnation: england\n';
  writeInto(folder, 'lessons/profiles/elm.yaml', text);
  const run = (level: string) => pshe(['check', '--content', folder, '--rule', `ignore-needed=${level}`]);
  expect((await run('warn')).out).toContain('1 warning');
  expect((await run('error')).code).toBe(1);
  expect((await run('off')).out).toContain('Nothing wrong');
});
