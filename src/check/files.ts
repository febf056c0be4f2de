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
 * What rules find in single files: in their texts, and in plans as they are taught. Each text is taken apart, and each plan
 * selected, once for all rules, and not kept.
 */
export function inFiles(library: Library, used: readonly Rule[], options: FileOptions): Finding[] {
  const { isWanted = () => true, known } = options;
  const { look, reference } = looker(library, used);
  const found: Finding[] = [];
  for (const [source, parts] of bySource(library)) {
    if (!isWanted(source)) continue;
    const own = inputsOf(source, parts, reference);
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
  return [...bySource(library)].flatMap(([source, parts]) =>
    look(parts).length === 0 ? [digest(inputsOf(source, parts, reference))] : [],
  );
}

type Part = ReturnType<typeof partsOf>[number];

/** All that what is found in a file depends on, but for its name and the day. */
function inputsOf(source: SourceFile, parts: readonly Part[], reference: readonly string[]): string[] {
  return [source.text, parts.map(({ part }) => part).join(), ...reference];
}

/** What rules find in a file, and what else it depends on than the file and the day. */
function looker(library: Library, used: readonly Rule[]) {
  const rules = used.filter(({ texts, plan }) => texts || plan);
  const checks = rules.flatMap((rule): readonly TextCheck[] => [rule.texts?.(library) ?? []].flat());
  const called = callers(checks);
  const look = (parts: readonly Part[]): Finding[] => {
    const found: Finding[] = [];
    for (const { entry, part } of parts) {
      for (const visited of walk(entry, part)) {
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

function bySource(library: Library): Map<SourceFile, Part[]> {
  const found = new Map<SourceFile, Part[]>();
  for (const one of partsOf(library)) {
    const own = found.get(one.entry.source);
    if (own) own.push(one);
    else found.set(one.entry.source, [one]);
  }
  return found;
}

/** A digest of all that single files are held against, but for the day. */
function digestOf({ frame, ...reference }: Library): string {
  const { services, laws, bands, topics, terms, phrases, people, limits, words } = reference satisfies Reference;
  const lists = [services, laws, bands, topics, terms, phrases, people].map((list) =>
    [...list.values()].map(({ value }) => value),
  );
  return digest([JSON.stringify([lists, frame?.value ?? null, limits?.value ?? null, [...words]])]);
}
