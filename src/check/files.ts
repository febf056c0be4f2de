import type { Store } from '../cache/store.js';
import { digest } from '../cache/store.js';
import type { Entry, Library, Plan, Reference } from '../library/library.js';
import { isPackagedAndSound } from '../library/packaged-data.js';
import type { SourceFile } from '../library/source-file.js';
import { proseOf } from './prose.js';
import type { Finding, Rule, TextCheck } from './rule.js';
import { asTaught } from './taught.js';
import { partsOf, walk } from './walk.js';
import type { Word } from './words.js';

export interface FileOptions {
  /** Which files to look at; all of them by default. */
  isWanted?(source: SourceFile): boolean;
  /** What was found before in files that are still the same. */
  known?: Store;
}

/**
 * What rules find in single files: in their values and texts, and in plans as they are taught. Each text is taken apart, and
 * each plan selected, once for all rules, and not kept.
 */
export function inFiles(library: Library, used: readonly Rule[], options: FileOptions): Finding[] {
  const { isWanted = () => true, known } = options;
  const { look, reference } = looker(library, used);
  const found: Finding[] = [];
  for (const parts of byFile(library)) {
    const { source } = parts[0].entry;
    if (!isWanted(source)) continue;
    const own = inputsOf(parts, reference);
    if (isPackagedAndSound(digest(own))) continue;
    const inputs = [...own, source.name, library.today];
    const before = known?.read(inputs) as Omit<Finding, 'text'>[] | undefined;
    if (before) {
      found.push(...before.map((finding) => ({ ...finding, text: source.text })));
      continue;
    }
    const fresh = look(parts);
    found.push(...fresh);
    known?.write(
      inputs,
      fresh.map(({ text, ...finding }) => finding),
    );
  }
  return found;
}

/** Where all dates are past, nothing is found that comes with time alone. */
const endOfTime = '9999-12-31';

/**
 * The files of a library in which no such rule finds anything, on any day, by digests of all that this depends on.
 * @param used the rules that are not off
 */
export function soundFiles(library: Library, used: readonly Rule[]): string[] {
  const { look, reference } = looker({ ...library, today: endOfTime }, used);
  return byFile(library).flatMap((parts) => (look(parts).length === 0 ? [digest(inputsOf(parts, reference))] : []));
}

type Part = ReturnType<typeof partsOf>[number];

/** What stands in one file, such as the schools of a list. */
type FileParts = readonly [Part, ...Part[]];

/** All that what is found in a file depends on, but for its name and the day. */
function inputsOf(parts: FileParts, reference: readonly string[]): string[] {
  const [{ entry }] = parts;
  const which = parts.map(({ part, entry: { value } }) => [part, (value as { id?: string }).id]);
  return [entry.source.text, JSON.stringify(which), ...reference];
}

/** What rules find in a file, and what else it depends on than the file and the day. */
function looker(library: Library, used: readonly Rule[]) {
  const rules = used.filter(({ value, texts, plan }) => value || texts || plan);
  const checks = rules.flatMap((rule): readonly TextCheck[] => [rule.texts?.(library) ?? []].flat());
  const called = callers(checks);
  const ofValues = rules.filter(({ value }) => value);
  const look = (parts: FileParts): Finding[] => {
    const found: Finding[] = [];
    for (const { entry, part } of parts) {
      for (const visited of walk(entry, part)) {
        for (const rule of ofValues) found.push(...(rule.value?.(visited, library) ?? []));
        const text = proseOf(visited);
        if (text) for (const check of called(text.words)) found.push(...check.look(text));
      }
      const plans = part === 'plan' ? asTaught(entry as Entry<Plan>, library.frame) : [];
      for (const plan of plans) for (const rule of rules) found.push(...(rule.plan?.(plan, library) ?? []));
    }
    return [...found, ...checks.flatMap((check) => check.end?.() ?? [])];
  };
  return { look, reference: [digestOf(library), rules.map(({ id }) => id).join()] };
}

/** Tells by the words of a text which checks have to look at it. */
function callers(checks: readonly TextCheck[]): (words: readonly Word[]) => Iterable<TextCheck> {
  const always = checks.filter(({ stems }) => !stems);
  const byStem = new Map<string, TextCheck[]>();
  for (const check of checks)
    for (const stem of check.stems ?? []) byStem.set(stem, [...(byStem.get(stem) ?? []), check]);
  return (words) => {
    const called = new Set(always);
    for (const { stem } of words) for (const check of byStem.get(stem) ?? []) called.add(check);
    return called;
  };
}

function byFile(library: Library): FileParts[] {
  const found = new Map<string, [Part, ...Part[]]>();
  for (const one of partsOf(library)) {
    const own = found.get(one.entry.source.path);
    if (own) own.push(one);
    else found.set(one.entry.source.path, [one]);
  }
  return [...found.values()];
}

/** A digest of all that single files are held against, but for the day. */
function digestOf({ services, laws, bands, topics, terms, phrases, people, limits, words, frame }: Reference): string {
  const lists = [services, laws, bands, topics, terms, phrases, people].map((list) =>
    [...list.values()].map(({ value }) => value),
  );
  return digest([JSON.stringify([lists, frame?.value ?? null, limits?.value ?? null, [...words]])]);
}
