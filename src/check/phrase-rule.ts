import { phraseFinder } from './phrases.js';
import type { Prose } from './prose.js';
import type { Rule } from './rule.js';
import { defineRule } from './rule.js';

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
  return defineRule<PhraseArgs>({
    ...rule,
    hint: rule.hint ?? (({ instead }) => `Write instead: ${instead}.`),
    texts(library) {
      const finder = phraseFinder(library.phrases.get(rule.id)?.value.entries ?? []);
      return {
        stems: finder.stems,
        look: (text) => {
          if (text.quoted || !rule.looksAt(text)) return [];
          const found = finder.find(text.text, text.words);
          if (found.length === 0) return [];
          const quotations = rule.exceptQuotations?.(text) ? quotationsIn(text.text) : [];
          return found
            .filter(({ entry }) => !entry.audience || entry.audience.includes(text.audience))
            .filter(({ start, end }) => !quotations.some((one) => one.start < start && end < one.end))
            .map(({ entry, phrase, words, start, end }) => {
              const fix = entry.fix && words.toLowerCase() === phrase.toLowerCase() ? entry.fix : null;
              const place = { text: text.text, start, end };
              return this.atWords(text.source, text.path, place, { words, instead: entry.instead, fix });
            });
        },
      };
    },
  });
}

/** Where words stand between curved quotation marks. */
function quotationsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/“[^“”]*”/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}
