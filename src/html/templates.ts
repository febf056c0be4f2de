import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesBelow, refuseLeadingOut } from '../library/links.js';
import { UserError } from '../terminal/errors.js';
import { nearest } from '../terminal/nearest.js';
import { inspectTemplate, partsInside } from './inspect-template.js';
import { packagedTemplates } from './packaged-templates.js';

/** The templates: the package's own, and over them, file by file, those beside somebody's own lessons. */
export interface Templates {
  /** The text of a file, such as `poster/style.css`. */
  read(name: string): string;
  /** The files of a folder with an ending, in alphabetical order. */
  files(folder: string, ending: string): string[];
  /** The files that replace one of the package or are added to its partials. */
  own: readonly string[];
}

/**
 * Opens the templates.
 * @param over a folder that lies over the package's own, if it is there
 * @throws UserError for a file in it that replaces nothing, leads out of it, or can never work as a template
 */
export function openTemplates(over: string | null): Templates {
  if (over !== null && isOther(over)) refuseLeadingOut(over, dirname(over), 'The folder templates');
  const own = over !== null && isOther(over) ? ownFiles(over) : [];
  const read = (name: string) =>
    readFileSync(join(own.includes(name) ? (over as string) : packagedTemplates, name), 'utf8');
  for (const name of own) refuse(over as string, name);
  const files = (folder: string, ending: string) =>
    [...new Set([...namesIn(packagedTemplates, folder), ...own.filter((name) => name.startsWith(`${folder}/`))])]
      .filter((name) => name.endsWith(ending))
      .sort();
  const pages = own.filter((name) => name.endsWith('.hbs'));
  const parts = [
    ...files('partials', '.hbs').map((name) => basename(name, '.hbs')),
    ...pages.flatMap((name) => partsInside(read(name))),
  ];
  for (const name of pages) inspectTemplate(name, read(name), parts);
  return { read, files, own };
}

/** Whether a folder is there, and is not that of the package itself. */
function isOther(folder: string): boolean {
  return (
    existsSync(folder) && statSync(folder).isDirectory() && realpathSync(folder) !== realpathSync(packagedTemplates)
  );
}

function ownFiles(over: string): string[] {
  return filesBelow(over).filter((name) => /\.(?:hbs|css)$/.test(name));
}

function namesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}

function refuse(over: string, name: string): void {
  const known = readdirSync(packagedTemplates).flatMap((folder) => namesIn(packagedTemplates, folder));
  if (!known.includes(name) && !/^partials\/[a-z0-9-]+\.hbs$/.test(name)) {
    const near = nearest(name, known);
    throw new UserError(
      `templates/${name} takes the place of no template of the tool, so it would never be used.`,
      near ? `Did you mean templates/${near}?` : 'Give it the name of one, such as templates/poster/style.css.',
    );
  }
  refuseLeadingOut(join(over, name), over, `templates/${name}`);
  if (!statSync(join(over, name)).isFile()) {
    throw new UserError(`templates/${name} is no file.`, 'Copy the file itself into the folder.');
  }
}
