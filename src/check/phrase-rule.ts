import type { Library } from '../library/library.js';
import type { Files } from '../library/types.js';
import type { PhraseFinder } from './phrases.js';
import { phraseFinder } from './phrases.js';
import type { Prose } from './prose.js';
import { prose, wordsIn } from './prose.js';
import type { Rule } from './rule.js';
import { defineRule } from './rule.js';

type Phrase = Files['phrases']['phrases'][number]['entries'][number];

/** What a finding about words says. */
export interface PhraseArgs {
  /** The words as they stand in the text. */
  words: string;
  /** What to write instead, as advice. */
  instead: string;
  /** The words that can take their place in every case, or nothing. */
  fix: string | null;
  [key: string]: string | null;
}

interface PhraseRule extends Pick<Rule<PhraseArgs>, 'id' | 'group' | 'severity' | 'fixed' | 'about'> {
  message(args: PhraseArgs): string;
  /** By default it says what to write instead. */
  hint?(args: PhraseArgs): string;
  /** In which texts the rule looks. */
  looksAt(text: Prose): boolean;
  /** Whether words between “ and ” are left alone: those of somebody in a story. */
  exceptQuotations?(text: Prose): boolean;
}

/** A rule that looks for the words of the list in `phrases.yaml` that has its id. */
export function definePhraseRule(rule: PhraseRule): Rule<PhraseArgs> {
  const finders = new WeakMap<Library, PhraseFinder<Phrase>>();
  return defineRule<PhraseArgs>({
    ...rule,
    hint: rule.hint ?? (({ instead }) => `Write instead: ${instead}.`),
    *check(library) {
      const list = library.phrases.get(rule.id)?.value.entries ?? [];
      const finder = finders.get(library) ?? phraseFinder(list);
      finders.set(library, finder);
      for (const text of prose(library)) {
        if (text.quoted || !rule.looksAt(text)) continue;
        const quotations = rule.exceptQuotations?.(text) ? quotationsIn(text.text) : [];
        for (const { entry, phrase, words, start, end } of finder.find(text.text, wordsIn(text))) {
          if (entry.audience && !entry.audience.includes(text.audience)) continue;
          if (quotations.some((quotation) => quotation.start < start && end < quotation.end)) continue;
          const fix = entry.fix && words.toLowerCase() === phrase.toLowerCase() ? entry.fix : null;
          yield this.atWords(
            text.source,
            text.path,
            { text: text.text, start, end },
            { words, instead: entry.instead, fix },
          );
        }
      }
    },
  });
}

/** Where words stand between curved quotation marks. */
function quotationsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/“[^“”]*”/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}
