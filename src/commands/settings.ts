import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { escapePath, isDynamicPattern } from 'tinyglobby';
import type { Levels } from '../check/levels.js';
import { readLevels, refuseLevels } from '../check/levels.js';
import { block } from '../check/reporters/text.js';
import { yamlSyntax } from '../check/rules/yaml-syntax.js';
import { inWords } from '../check/run.js';
import { contentBase, settingsFile } from '../library/content.js';
import { refuseLeadingOut } from '../library/links.js';
import { readYamlFile } from '../library/read.js';
import type { Files } from '../library/types.js';
import { validate } from '../library/validate.js';
import { UserError } from '../terminal/errors.js';

/**
 * What `pshe.yaml` in the content folder says; paths in it count from that folder.
 * @throws UserError when the file has mistakes in it, or it or what it names lies elsewhere
 */
export async function readSettings(content: string | undefined): Promise<Files['settings']> {
  const base = contentBase(content);
  const path = join(base, settingsFile);
  if (!existsSync(path)) return {};
  refuseLeadingOut(path, base, settingsFile);
  const { source, findings } = await readYamlFile(path, settingsFile);
  // Settings that are all comments are how somebody tries what is without them.
  if (findings.some(({ rule, args }) => rule === yamlSyntax.id && args.trap === 'empty')) return {};
  const wrong = source ? validate(source, 'settings') : findings;
  if (!source || wrong.length > 0) {
    throw new UserError(
      `${settingsFile} has mistakes in it.`,
      wrong.map((finding) => block(inWords(finding))).join(''),
    );
  }
  const settings = source.data as Files['settings'];
  refuseLevels(settings.rules ?? {}, settingsFile);
  return {
    ...settings,
    ...(settings.out === undefined ? {} : { out: inside(base, settings.out) }),
    ...(settings.baseline === undefined ? {} : { baseline: inside(base, settings.baseline) }),
    ...(settings.profile ? { profile: settings.profile.map((name) => profile(base, name)) } : {}),
  };
}

/** A file or folder of the content folder; anything else is the id of a profile. */
function profile(base: string, name: string): string {
  if (isDynamicPattern(name)) return `${escapePath(base.split(sep).join('/'))}/${name}`;
  const path = inside(base, name);
  return existsSync(path) ? path : name;
}

function inside(base: string, name: string): string {
  const path = join(base, name);
  refuseLeadingOut(path, base, `${name}, which ${settingsFile} names,`);
  return path;
}

/**
 * How much rules weigh: what --rule says, and what pshe.yaml says of other rules.
 * @throws UserError for rules that don't exist or are always errors
 */
export function levelsFrom(settings: Files['settings'], words: readonly string[] = []): Levels {
  const named = readLevels(words);
  refuseLevels(named, '--rule');
  return { ...settings.rules, ...named };
}
