import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import type { Band, Library } from '../library/library.js';
import { UserError } from '../terminal/errors.js';
import { nearest } from '../terminal/nearest.js';

/** A file to be written, with its path below the content folder. */
export interface NewFile {
  path: string;
  text: string;
}

/** Kinds of content that `pshe new` starts. */
const starterKinds = ['lesson', 'session', 'unit', 'campaign', 'guide', 'profile'] as const;
type StarterKind = (typeof starterKinds)[number];

const starters = fileURLToPath(new URL('../../starters', import.meta.url));
const packagedSchemas = fileURLToPath(new URL('../../schemas', import.meta.url));
const years: Readonly<Record<Band, string>> = { ks3: 'Year 8', ks4: 'Year 10', ks5: 'Year 12' };

/** The text of a starter file with its slots filled. */
export function fillStarter(name: string, slots: Readonly<Record<string, string | number>>): string {
  const text = readFileSync(join(starters, name), 'utf8');
  return name.endsWith('.hbs') ? Handlebars.compile(text, { noEscape: true, strict: true })(slots) : text;
}

/**
 * The files that begin something new: one, and for the first lesson of a unit the unit as well.
 * @param content the content folder
 * @param today the day it is written, as `2026-11-24`
 * @throws UserError for a kind or id that can't be, or that is there already
 */
export function startContent(library: Library, content: string, kind: string, id: string, today: string): NewFile[] {
  const known = starterKind(kind);
  const files = filesFor(library, known, id);
  refuseTaken(library, known, id);
  return files.map(({ starter, path, slots }) => ({
    path,
    text: fillStarter(`${starter}.yaml.hbs`, { today, schemas: schemasFrom(content, path), ...slots }),
  }));
}

function starterKind(kind: string): StarterKind {
  const known = starterKinds.find((candidate) => candidate === kind);
  if (known) return known;
  const near = nearest(kind, [...starterKinds, 'rule']);
  throw new UserError(
    `There is nothing new of the kind “${kind}”.`,
    near ? `Did you mean “${near}”?` : `Kinds: ${starterKinds.join(', ')}, rule.`,
  );
}

interface Start {
  starter: StarterKind;
  path: string;
  slots: Record<string, string | number>;
}

/** What is written, and where, for an id of the right form. */
function filesFor(library: Library, kind: StarterKind, id: string): Start[] {
  if (kind === 'lesson') {
    const [, band, name, order] = /^(ks[345])-([a-z0-9]+(?:-[a-z0-9]+)*)-([1-9]|1[0-2])$/.exec(id) ?? [];
    if (!band || !name || !order) throw badId(kind, id, 'band, unit and number, such as ks3-ours-1');
    const unit = `${band}-${name}`;
    const own: Start = {
      starter: kind,
      path: `lessons/${band}/${name}/${id}.yaml`,
      slots: { id, unit, band, order: Number(order) },
    };
    return library.units.has(unit) ? [own] : [...filesFor(library, 'unit', unit), own];
  }
  if (kind === 'unit') {
    const [, band, name] = /^(ks[345])-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id) ?? [];
    if (!band || !name) throw badId(kind, id, 'band and name, such as ks3-ours');
    const orders = [...library.units.values()].map(({ value }) => value.order);
    const order = Math.min(40, Math.max(0, ...orders) + 1);
    const slots = { id, band, order, years: years[band as Band] };
    return [{ starter: kind, path: `lessons/${band}/${name}/unit.yaml`, slots }];
  }
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    const examples = { session: 'tutor-ours', campaign: 'campaign-ours', guide: 'guide-ours', profile: 'our-school' };
    throw badId(kind, id, `small letters, digits and hyphens, such as ${examples[kind]}`);
  }
  return [{ starter: kind, path: `lessons/${kind}s/${id}.yaml`, slots: { id } }];
}

function badId(kind: string, id: string, form: string): UserError {
  return new UserError(`“${id}” can’t be the id of a ${kind}.`, `Write ${form}.`);
}

/** An id is never used twice: neither in the folder nor by what comes with the tool. */
function refuseTaken(library: Library, kind: StarterKind, id: string): void {
  const maps = [library.lessons, library.sessions, library.units, library.campaigns, library.guides, library.profiles];
  const taken = maps.flatMap((map) => map.get(id) ?? [])[0]?.source;
  const broken = library.broken.find((file) => file.id === id);
  if (!taken && !broken) return;
  throw new UserError(
    `There is something with the id “${id}” already, in ${taken?.name ?? broken?.name}.`,
    kind === 'profile'
      ? 'Choose another id.'
      : 'Choose another id. To change what comes with the tool, copy its file into the same place below your own lessons/.',
  );
}

/** From a file to the schemas: those of the folder itself, or else of the tool. */
function schemasFrom(content: string, path: string): string {
  const own = join(content, 'schemas');
  const from = dirname(join(content, path));
  return `${relative(from, existsSync(own) ? own : packagedSchemas)
    .split(sep)
    .join('/')}/`;
}
