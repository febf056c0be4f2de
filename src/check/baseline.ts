import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { UnableError, UserError } from '../terminal/errors.js';
import { fingerprints } from './fingerprints.js';
import type { Finding } from './rule.js';
import { rules } from './rules/index.js';

/** A finding that was there when a library began to be checked. */
interface Known {
  rule: string;
  file: string;
  print: string;
}

/** Findings apart from those of a baseline, and how many of these are still there or gone. */
export interface Compared {
  fresh: Finding[];
  still: number;
  gone: number;
}

/**
 * Leaves out what a baseline knows, so that an old library can be checked for what is new. Findings of rules that are
 * always errors are never left out.
 * @throws UserError when the file is no baseline
 */
export async function compare(findings: readonly Finding[], path: string): Promise<Compared> {
  const known = await readBaseline(path);
  if (!known) {
    throw new UserError(`There is no baseline ${path}.`, 'Add --update-baseline to write down what is found now.');
  }
  const prints = new Set(known.map(({ print }) => print));
  const now = fingerprints(findings);
  const still = findings.filter((finding, index) => mayWait(finding) && prints.has(now[index] as string));
  return {
    fresh: findings.filter((finding) => !still.includes(finding)),
    still: still.length,
    gone: known.filter(({ print }) => !now.includes(print)).length,
  };
}

/**
 * Writes a baseline: at first all that is found, later only what of it is still there, so that it can only shrink.
 * @throws UserError when the file is no baseline, UnableError when it can't be written
 */
export async function updateBaseline(findings: readonly Finding[], path: string): Promise<void> {
  const known = await readBaseline(path);
  const prints = new Set(known?.map(({ print }) => print));
  const now = fingerprints(findings);
  const kept = findings.flatMap((finding, index): Known[] => {
    const print = now[index] as string;
    if (!mayWait(finding) || (known && !prints.has(print))) return [];
    return [{ rule: finding.rule, file: finding.file, print }];
  });
  try {
    await writeFileAtomic(path, `${JSON.stringify({ version: 1, findings: kept }, null, 2)}\n`);
  } catch (error) {
    throw new UnableError(
      `${path} can’t be written (${(error as NodeJS.ErrnoException).code}).`,
      'Name another file behind --baseline.',
    );
  }
}

/** Whether a finding can be left for later: not where it keeps pupils safe or documents whole. */
function mayWait({ rule }: Finding): boolean {
  return rules.find(({ id }) => id === rule)?.fixed === undefined;
}

/** What a baseline knows; null where there is no such file. */
async function readBaseline(path: string): Promise<Known[] | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UserError(`${path} can’t be read (${error.code}).`, 'Name the file of a baseline.');
  });
  if (text === null) return null;
  try {
    const { version, findings } = JSON.parse(text) as { version: number; findings: Known[] };
    if (version === 1 && findings.every(({ print }) => /^[0-9a-f]{32}$/.test(print))) return findings;
  } catch {
    // Said below, as for a file of another form.
  }
  throw new UserError(`${path} is no baseline of this tool.`, 'Name another file, or delete it and begin anew.');
}
