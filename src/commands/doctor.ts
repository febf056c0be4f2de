import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import chalk from 'chalk';
import type { FoundBrowser } from '../browser/find.js';
import { findBrowser } from '../browser/find.js';
import type { RunningBrowser } from '../browser/launch.js';
import { startBrowser } from '../browser/launch.js';
import { createPrinter } from '../browser/pages.js';
import { unpackedFolder } from '../browser/unpack.js';
import { fontNames } from '../formats/pdf/fonts.js';
import { fontFaces, fontFamilies } from '../html/fonts.js';
import type { UserError } from '../terminal/errors.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { result } from '../terminal/streams.js';
import { version } from '../version.js';
import type { GlobalOptions } from './options.js';
import { readSettings } from './settings.js';

interface Diagnosis {
  name: string;
  fine: boolean;
  says: string;
  /** How to mend it, where it is not fine. */
  fix?: string;
}

/** `pshe doctor`: what this machine has, what is missing, and how to mend each. */
export async function doctorCommand(flags: GlobalOptions & { json?: boolean; out?: string }): Promise<ExitCode> {
  const found: Diagnosis[] = [
    { name: 'pshe-packs', fine: true, says: version },
    { name: 'Node', fine: true, says: `${process.version} on ${process.platform} ${process.arch}` },
    ...(await diagnoseBrowser(flags.browser)),
    await diagnoseFolder(resolve(flags.out ?? (await readSettings(flags.content)).out ?? 'out')),
  ];
  if (flags.json) result(`${JSON.stringify({ checks: found }, null, 2)}\n`);
  else result(found.map(line).join(''));
  return found.every((item) => item.fine) ? exitCodes.fine : exitCodes.unable;
}

function line({ name, fine, says, fix }: Diagnosis): string {
  const mark = fine ? chalk.green('ok ') : chalk.red('NO ');
  return `${mark} ${chalk.bold(name)}: ${says}\n${fix ? `    ${fix}\n` : ''}`;
}

async function diagnoseBrowser(named: string | undefined): Promise<Diagnosis[]> {
  try {
    const browser = await findBrowser(named);
    const running = await startBrowser(browser);
    try {
      return [lookedAt(browser), ...(await describe(browser, running))];
    } finally {
      await running.close();
    }
  } catch (error) {
    const { message, hint } = error as UserError;
    return [{ name: 'Browser', fine: false, says: message, fix: hint }];
  }
}

function lookedAt({ places }: FoundBrowser): Diagnosis {
  const says = places.map(
    ({ what, path, found }) => `${what}${path ? ` ${path}` : ''} (${found ? 'found' : 'not there'})`,
  );
  return { name: 'Looked for a browser at', fine: true, says: says.join(', ') };
}

async function describe(found: FoundBrowser, running: RunningBrowser): Promise<Diagnosis[]> {
  const html = `<!doctype html><html lang="en-GB"><title>Fonts</title><style>${fontFaces}</style>${fontFamilies
    .map((family) => `<p style="font:700 20px '${family}'">Room to ask</p>`)
    .join('')}</html>`;
  const { pdf, problems } = await createPrinter(running).print(html, 30_000);
  const fonts = fontNames(pdf);
  const fontsFine = problems.length === 0 && fonts.length === fontFamilies.length;
  const root = process.getuid?.() === 0;
  return [
    { name: 'Browser', fine: true, says: `${running.version} at ${found.path}` },
    {
      name: 'Sandbox',
      fine: true,
      says: running.sandbox
        ? 'on'
        : `off, because ${root ? 'the tool runs as root' : 'this system forbids it'}; pages still get no scripts and no network`,
    },
    {
      name: 'System libraries',
      fine: true,
      says: running.ownLibraries
        ? `the packaged ones, in ${unpackedFolder}, because the system lacks them`
        : 'the system’s own',
    },
    {
      name: 'Fonts',
      fine: fontsFine,
      says: fonts.join(', '),
      ...(fontsFine ? {} : { fix: 'Install the tool again with “npm ci”: font files are missing.' }),
    },
  ];
}

async function diagnoseFolder(out: string): Promise<Diagnosis> {
  const folder = await access(out).then(
    () => out,
    () => resolve(out, '..'),
  );
  try {
    await access(folder, constants.W_OK);
    return { name: 'Output folder', fine: true, says: `${out} can be written` };
  } catch {
    return {
      name: 'Output folder',
      fine: false,
      says: `${out} can’t be written`,
      fix: 'Change its rights, or choose another with --out.',
    };
  }
}
