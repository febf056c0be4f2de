import { phraseFinder } from '../phrases.js';
import { defineRule } from '../rule.js';
import type { TaughtPlan } from '../taught.js';
import { textsForPupils } from '../texts-for-pupils.js';
import { stemOf, wordsOf } from '../words.js';

/** A word that nobody has explained shuts out those who don't know it, and they won't ask. */
export const wordExplained = defineRule<{ word: string; most: number; count: number }>({
  id: 'word-explained',
  group: 'age',
  severity: 'warn',
  about: 'Key words are explained before pupils meet them, and are few.',
  message: ({ word, count, most }) =>
    word === ''
      ? `There are ${count} key words; more than ${most} are too many for one plan.`
      : `The key word “${word}” is used before it has been explained.`,
  hint: ({ word }) =>
    word === ''
      ? 'Keep those without which the plan can’t be followed.'
      : 'Explain it first: show a slide “layout: words”, or say what it means with its mark ($word.…).',
  *plan(taught, { limits }) {
    const { entry, plan, band } = taught;
    const words = plan['key-words'] ?? [];
    const most = limits?.value['key-words'][band];
    if (most !== undefined && words.length > most)
      yield this.at(entry.source, ['key-words'], { word: '', most, count: words.length }, 'key');
    for (const { id, word, meaning } of words) {
      const first = firstUse(taught, id, word, meaning);
      if (first) yield this.atWords(entry.source, taught.path(first.at), first, { word, most: 0, count: 0 });
    }
  },
});

interface Use {
  at: string;
  text: string;
  start: number;
  end: number;
}

/** Where a word is used before anything has explained it; null where that does not happen. */
function firstUse({ activities }: TaughtPlan, id: string, word: string, meaning: string): Use | null {
  const mark = new RegExp(`\\$[Ww]ord\\.${id}\\b`);
  const finder = phraseFinder([{ avoid: [word] }]);
  // What every form of it begins with, so that most texts need not be taken apart.
  const root = (word.toLowerCase().match(/\p{L}+/u)?.[0] ?? '').slice(0, 4);
  const sense = contentOf(meaning);
  /** Explained in these texts (true), used without that (the use), or not there. */
  const look = (texts: readonly { at: string; text: string }[]): true | Use | null => {
    const all = texts.map(({ text }) => text).join('\n');
    if (mark.test(all)) return true;
    if (!all.toLowerCase().includes(root)) return null;
    const uses = texts.flatMap(({ at, text }) => finder.find(text).map(({ start, end }) => ({ at, text, start, end })));
    if (uses.length === 0) return null;
    const own = contentOf(all);
    if (sense.filter((stem) => own.includes(stem)).length * 2 >= sense.length) return true;
    return uses.some(({ text, end }) => /^[”’"']?,? (?:means?|is when)\b/.test(text.slice(end)))
      ? true
      : (uses[0] ?? null);
  };
  for (const { activity, steps } of activities) {
    const shown: readonly string[] = steps.flatMap(({ show }) => show ?? []);
    for (const [index, step] of steps.entries()) {
      const slide = step.show === undefined ? undefined : activity.slides?.find((one) => one.id === step.show);
      if (slide?.layout === 'words' && (slide.words as readonly string[]).includes(id)) return null;
      const found = look(slide ? textsForPupils(slide, slide.at) : ['say', 'ask'].flatMap((key) => texted(step, key)));
      // What is said as soon as the slide is up explains what stands on it.
      if (found === true || (found && slide && mark.test(steps[index + 1]?.say ?? ''))) return null;
      if (found) return found;
    }
    const others = [
      ...(activity.slides ?? []).filter((slide) => !shown.includes(slide.id)),
      ...(activity.worksheet ?? []),
    ];
    for (const part of others) {
      const found = look(textsForPupils(part, part.at));
      if (found) return found === true ? null : found;
    }
  }
  return null;
}

function contentOf(text: string): string[] {
  return wordsOf(text)
    .map(({ word }) => stemOf(word))
    .filter((stem) => stem.length > 3);
}

function texted(step: object, key: string): { at: string; text: string }[] {
  const { at, [key]: text } = step as Record<string, string | undefined>;
  return text === undefined ? [] : [{ at: `${at}/${key}`, text }];
}
