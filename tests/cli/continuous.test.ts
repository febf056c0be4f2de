import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exampleFolder } from '../helpers/examples.js';
import { pshe, root } from '../helpers/pshe.js';

const wrong = () => exampleFolder({ step: 'say: You can talk to $adlut.\n' });

describe('the action', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const [step] = action.runs.steps;

  /** Runs the step as GitHub would, with the values of its inputs. */
  function run(inputs: Record<string, string>) {
    const values: Record<string, string> = { 'github.action_path': root };
    for (const [name, { default: usual }] of Object.entries<{ default: string }>(action.inputs)) {
      values[`inputs.${name}`] = inputs[name] ?? usual;
    }
    const filled = Object.entries<string>(step.env).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ (\S+) \}\}/g, (_whole, key) => values[key] ?? ''),
    ]);
    return spawnSync('bash', ['-c', step.run], {
      encoding: 'utf8',
      env: { ...process.env, ...Object.fromEntries(filled) },
    });
  }

  it('shows a finding at its line, and fails', () => {
    const { stdout, status } = run({ content: wrong() });
    expect(stdout).toMatch(/^::error file=.*ks3-ours-1\.yaml,line=\d+.*mark-known/m);
    expect(status).toBe(1);
  });

  it('passes lines on as arguments, whatever stands in them', () => {
    const { stdout, stderr, status } = run({
      content: exampleFolder({}),
      format: 'text',
      arguments: '--today\n2026-12-01\n',
    });
    expect({ stdout, status }).toMatchObject({ stdout: expect.stringContaining('Nothing wrong'), status: 0 });
    expect(stderr).toBe('');
    expect(run({ content: exampleFolder({}), arguments: '$(touch made)\n; exit 0' }).status).toBe(2);
  });
});

describe('the hook for pre-commit', () => {
  it('stops a commit with a mistake in it, and lets one without it pass', async () => {
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    const content = wrong();
    const git = (...words: string[]) => spawnSync('git', words, { cwd: content, encoding: 'utf8' });
    git('init', '-q');
    git('config', 'user.email', 'lead@example.org');
    git('config', 'user.name', 'A lead');
    // What pre-commit does with it: the entry, found on the path, in the root of the repository.
    const bin = join(content, '.bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'pshe'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/pshe.js')}" "$@"\n`);
    chmodSync(join(bin, 'pshe'), 0o755);
    mkdirSync(join(content, '.git/hooks'), { recursive: true });
    writeFileSync(join(content, '.git/hooks/pre-commit'), `#!/bin/sh\nPATH="${bin}:$PATH" ${hook.entry}\n`);
    chmodSync(join(content, '.git/hooks/pre-commit'), 0o755);
    git('add', 'lessons');
    const stopped = git('commit', '-m', 'A lesson');
    expect(stopped.status).toBe(1);
    expect(`${stopped.stdout}${stopped.stderr}`).toContain('“$adlut”');
    const lesson = join(content, 'lessons/ks3/ours/ks3-ours-1.yaml');
    expect('lessons/ks3/ours/ks3-ours-1.yaml').toMatch(new RegExp(hook.files));
    writeFileSync(lesson, readFileSync(lesson, 'utf8').replace('$adlut', '$adult'));
    git('add', 'lessons');
    expect(git('commit', '-m', 'A lesson').status).toBe(0);
    expect(execFileSync('git', ['log', '--oneline'], { cwd: content, encoding: 'utf8' })).toContain('A lesson');
    expect((await pshe(['check', '--content', content])).code).toBe(0);
  });
});
