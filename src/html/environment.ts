import { basename } from 'node:path';
import Handlebars from 'handlebars';
import { asTrouble } from '../terminal/errors.js';
import { PictureError } from './assets.js';
import { createHelpers } from './helpers.js';
import type { Templates } from './templates.js';

/** Fills a template with what it gets. */
export type Fill = (context: object, data: object) => string;

/**
 * A template could not be filled; the message names its file, and the line where that is known. Whatever goes wrong inside of
 * a part is the part’s, not that of the pages that use it.
 */
class StumbleError extends Error {}

/** An error of a helper, with the line where it was called. */
class HelperError extends Error {
  constructor(
    message: string,
    readonly lineNumber: number | undefined,
  ) {
    super(message);
  }
}

/** More than ten times what the longest document needs: a template that wants more goes round in circles. */
const most = { rounds: 100_000, parts: 50_000, depth: 50 };

/**
 * Makes what compiles templates: with the helpers, and with all files of `partials/` as parts. However they are written,
 * filling them comes to an end.
 */
export function createEnvironment(templates: Templates): (name: string) => Fill {
  const handlebars = Handlebars.create();
  // It would write into what the tool says.
  handlebars.unregisterHelper('log');
  const spent = { rounds: 0, parts: 0, depth: 0 };
  const helpers = {
    ...createHelpers(),
    each: countRounds(handlebars.helpers.each as Handlebars.HelperDelegate, spent),
  };
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, withLine(helper));
  const compile = (name: string): Handlebars.TemplateDelegate => {
    const template = handlebars.compile(templates.read(name), { strict: true });
    return (context, options) => {
      try {
        spent.parts += 1;
        spent.depth += 1;
        if (spent.parts > most.parts || spent.depth > most.depth) throw new Error('it uses itself without end');
        return template(context, options);
      } catch (error) {
        throw stumbled(name, error as Error);
      } finally {
        spent.depth -= 1;
      }
    };
  };
  for (const file of templates.files('partials', '.hbs'))
    handlebars.registerPartial(basename(file, '.hbs'), compile(file));
  return (name) => {
    const template = compile(name);
    return (context, data) => {
      Object.assign(spent, { rounds: 0, parts: 0, depth: 0 });
      return template(context, { data });
    };
  };
}

/** The helper `each`, which gives up when all lists of a document together have gone round too often. */
function countRounds(each: Handlebars.HelperDelegate, spent: { rounds: number }): Handlebars.HelperDelegate {
  return function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    const fn: Handlebars.TemplateDelegate = (...round) => {
      spent.rounds += 1;
      if (spent.rounds > most.rounds) throw new Error('its lists go round without end');
      return options.fn(...round);
    };
    return each.call(this, list, { ...options, fn });
  };
}

/** A helper whose errors say where in the template it was called. */
function withLine(helper: Handlebars.HelperDelegate): Handlebars.HelperDelegate {
  return function (this: unknown, ...words: unknown[]) {
    try {
      return (helper as (...all: unknown[]) => unknown).apply(this, words);
    } catch (error) {
      if (isOthers(error) || 'lineNumber' in (error as Error)) throw error;
      const { loc } = words.at(-1) as { loc?: { start: { line: number } } };
      throw new HelperError((error as Error).message, loc?.start.line);
    }
  };
}

function stumbled(name: string, error: Error & { lineNumber?: number }): Error {
  if (isOthers(error)) return error;
  const line = error.lineNumber ? ` on line ${error.lineNumber}` : '';
  const missing = /^"(.+)" not defined in /.exec(error.message)?.[1];
  const what = missing ? `there is no “${missing}” in what it gets there` : error.message.replace(/ - \d+:\d+$/, '');
  return new StumbleError(`The template templates/${name} stumbles${line}: ${what}.`);
}

/** What is nothing that this template did: what a part of it did, or a picture that can’t be shown. */
function isOthers(error: unknown): boolean {
  return asTrouble(error) !== null || error instanceof StumbleError || error instanceof PictureError;
}
