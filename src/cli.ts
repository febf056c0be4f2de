import { constants } from 'node:os';
import chalk from 'chalk';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { cleanUp, StoppedError, stop } from './browser/cleanup.js';
import { asTrouble } from './terminal/errors.js';
import type { ExitCode } from './terminal/exit-codes.js';
import { exitCodes } from './terminal/exit-codes.js';
import { sayOwnMistake } from './terminal/own-mistake.js';
import { lostResults, outliveListeners, talk } from './terminal/streams.js';
import { version } from './version.js';

/** Adds to a list option: commas, or the option again. */
function list(value: string, before: string[] | undefined): string[] {
  return [
    ...(before ?? []),
    ...value
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  ];
}

/** Reads a whole number of at least `least`. */
function wholeNumber(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least) return number;
    throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`);
  };
}

/**
 * The command line. Commands are imported when they are used, so that `--version` and `--help` come at once.
 * @param finish is told the exit code of the command that ran
 */
export function createProgram(finish: (code: ExitCode) => void): Command {
  const program = new Command('pshe')
    .description('Turns YAML lesson plans on healthy relationships and exploitation into checked documents.')
    .version(version, '--version', 'show the version')
    .helpOption('--help', 'show help')
    .option('--content <dir>', 'folder with your own lessons/, laid over the library that comes with the tool')
    .option('--browser <path>', 'Chrome, Edge or Chromium to print with')
    .option('--no-color', 'no colour')
    .option('--quiet', 'only failures')
    .option('--verbose', 'where the tool itself fails, show where in its code')
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  pshe build                                 everything, into out/
  pshe build ks3-respect-1                   one lesson
  pshe build ks3 --profile millbrook         all of key stage 3, for one school
  pshe check                                 what is wrong in the lessons
  pshe compare last-term out                 what has changed in the documents
  pshe list                                  what there is
  pshe init my-lessons                       a folder for lessons of your own

Exit codes: 0 fine, 1 findings, a failed document or folders that differ, 2 wrong usage, 3 the tool can’t work.`,
    );

  program
    .command('build')
    .argument('[what...]', 'ids of lessons, sessions, units, campaigns or guides, or a band; none means everything')
    .description('make documents')
    .option('--band <list>', 'only these bands: ks3, ks4, ks5', list)
    .option('--kind <list>', 'only these kinds of document, such as slides,worksheet', list)
    .option(
      '--format <list>',
      'only these formats: pdf, png, html, pptx, docx (default: pdf, and png for pictures)',
      list,
    )
    .option('--print <list>', 'on paper otherwise than in colour: mono, large, tinted', list)
    .option('--bleed', 'posters with 3 mm beyond the edges, for a printer who trims them')
    .option('--profile <list>', 'for these schools or councils: ids, files, a folder or a quoted glob', list)
    .option('--no-profile', 'for no school in particular, where pshe.yaml names one')
    .option('--today <date>', 'count awareness days from this day, such as 2027-03-01 (default: today)')
    .option('--out <dir>', 'where to put the documents (default: out)')
    .option('--jobs <n>', 'how many documents to print at once (default: one for each processor)', wholeNumber(1))
    .option('--timeout <s>', 'seconds that one document may take (default: 60)', wholeNumber(1))
    .option('--zip', 'pack what was asked for into one ZIP for the school and one for parents, with a start page')
    .option('--allow-errors', 'build in spite of errors; every page then says “Not checked”')
    .addOption(
      new Option('--watch', 'build again whenever a lesson, a template or a profile is saved').conflicts([
        'json',
        'dryRun',
      ]),
    )
    .option('--force', 'make all documents again: also where nothing has changed, and over changes by hand')
    .option('--dry-run', 'only say what would be made')
    .option('--json', 'print the result as JSON')
    .action(async (what: string[], _flags, command: Command) => {
      const { buildCommand } = await import('./commands/build.js');
      finish(await buildCommand(what, command.optsWithGlobals()));
    });

  program
    .command('check')
    .argument('[path...]', 'files or folders of the library; none means everything')
    .description('find what is wrong in the lessons')
    .option('--format <list>', 'text (default), json, sarif, junit, github, markdown; with =<file> into a file', list)
    .option('--rule <id=off|warn|error>', 'let a rule weigh less or more than it does', list)
    .option(
      '--max-warnings <n>',
      'more warnings than this count as failure; those that come with time do not count',
      wholeNumber(0),
    )
    .option('--changed [commit]', 'only what has changed since then (default: HEAD), and what depends on it')
    .option('--today <date>', 'check dates against this day, such as 2027-03-01 (default: today)')
    .option(
      '--baseline <file>',
      'leave out what was found when this file was written, to check an old library for what is new',
    )
    .option(
      '--update-baseline',
      'with --baseline: write the file; once it is there, only take out what has been mended',
    )
    .option('--fix', 'mend what has only one right answer, such as British spelling and outdated names')
    .option('--dry-run', 'with --fix: only show what would change')
    .action(async (paths: string[], _flags, command: Command) => {
      const { checkCommand } = await import('./commands/check.js');
      finish(await checkCommand(paths, command.optsWithGlobals()));
    });

  program
    .command('compare')
    .argument('<first>', 'an output folder, such as that of last term')
    .argument('<second>', 'another one')
    .description('say what differs between the documents of two output folders')
    .option('--json', 'print it as JSON')
    .action(async (first: string, second: string, _flags, command: Command) => {
      const { compareCommand } = await import('./commands/compare.js');
      finish(await compareCommand(first, second, command.optsWithGlobals()));
    });

  program
    .command('sign-off')
    .argument('<id...>', 'ids of lessons, sessions, units, campaigns or guides that you have read')
    .description('say who has read a lesson and answers for it')
    .requiredOption('--by <name, role>', 'who signs, such as "Amina Osei, safeguarding lead"')
    .action(async (ids: string[], _flags, command: Command) => {
      const { signOffCommand } = await import('./commands/sign-off.js');
      finish(await signOffCommand(ids, command.optsWithGlobals()));
    });

  program
    .command('coverage')
    .description('which statements of the guidance are taught where, and what is missing')
    .option('--band <list>', 'only these bands: ks3, ks4, ks5', list)
    .option('--profile <name>', 'without the lessons that this school leaves out')
    .option('--today <date>', 'the day that stands on the page (default: today)')
    .option('--pdf <file>', 'write a page for governors as well')
    .option('--json', 'print it as JSON')
    .action(async (_flags, command: Command) => {
      const { coverageCommand } = await import('./commands/coverage.js');
      finish(await coverageCommand(command.optsWithGlobals()));
    });

  program
    .command('list')
    .argument(
      '[name]',
      'lessons (default), units, campaigns, guides, services, statements, topics, bands, laws, terms, frame, days, profiles, kinds or rules',
    )
    .description('show what there is, with the ids that other commands take')
    .option('--json', 'print the list as JSON')
    .action(async (name: string | undefined, _flags, command: Command) => {
      const { listCommand } = await import('./commands/list.js');
      finish(await listCommand(name, command.optsWithGlobals()));
    });

  program
    .command('init')
    .argument('<dir>', 'a new folder, or one that has lessons/ and lacks the rest')
    .description('make a folder for lessons of your own')
    .action(async (dir: string, _flags, command: Command) => {
      const { initCommand } = await import('./commands/init.js');
      finish(await initCommand(dir, command.optsWithGlobals()));
    });

  program
    .command('new')
    .argument('<kind>', 'lesson, session, unit, campaign, guide or profile; or rule, in the sources of the tool')
    .argument('<id>', 'its id, such as ks3-ours-2 or day-to-come')
    .description('begin a file that passes the check, with notes that teach')
    .action(async (kind: string, id: string, _flags, command: Command) => {
      const { newCommand } = await import('./commands/new.js');
      finish(await newCommand(kind, id, command.optsWithGlobals()));
    });

  program
    .command('explain')
    .argument('<rule>', 'the name of a rule, as it stands beside a finding')
    .description('say why a rule is there, with examples')
    .action(async (rule: string) => {
      const { explainCommand } = await import('./commands/explain.js');
      finish(explainCommand(rule));
    });

  program
    .command('doctor')
    .description('see whether this machine has all that the tool needs')
    .option('--out <dir>', 'the output folder to try (default: out)')
    .option('--json', 'print the result as JSON')
    .action(async (_flags, command: Command) => {
      const { doctorCommand } = await import('./commands/doctor.js');
      finish(await doctorCommand(command.optsWithGlobals()));
    });

  for (const command of program.commands) command.exitOverride().helpOption('--help', 'show help');
  return program;
}

/**
 * Runs the command line and gives the exit code. Users' mistakes come out as words; anything else is our own and comes
 * out with a report of where it happened.
 * @param words what follows `pshe`
 */
export async function main(words: readonly string[]): Promise<ExitCode> {
  if (words.includes('--no-color')) chalk.level = 0;
  stopOnSignals();
  outliveListeners();
  let code: ExitCode = exitCodes.fine;
  try {
    await createProgram((finished) => {
      code = finished;
    }).parseAsync(words, { from: 'user' });
    const trouble = await lostResults();
    if (!trouble) return code;
    talk(`${chalk.red('pshe:')} The results could not be written: ${trouble.message}`);
    return exitCodes.unable;
  } catch (error) {
    // The signal's own handler is about to end the process with its code.
    if (error instanceof StoppedError) return await new Promise<never>(() => undefined);
    return explain(error, words);
  } finally {
    await cleanUp();
  }
}

function explain(error: unknown, words: readonly string[]): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  const trouble = asTrouble(error);
  if (trouble) {
    talk(`${chalk.red('pshe:')} ${trouble.message}\n${trouble.hint}`);
    return trouble.exitCode;
  }
  sayOwnMistake(error, words);
  return exitCodes.unable;
}

/**
 * Tidies up and ends with the code of the signal: no browser and no half file stays behind. It goes on listening, since a
 * process that nobody listens in is ended at once, by the system or by a package that tidies up its own files.
 */
function stopOnSignals(): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop().finally(() => process.exit(128 + constants.signals[signal]));
    });
  }
}
