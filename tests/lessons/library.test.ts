import { describe, expect, it } from 'vitest';
import { packagedLessons } from '../../src/library/content.js';
import type { Band, Plan } from '../../src/library/library.js';
import { plansOf } from '../../src/library/library.js';
import { loadLibrary } from '../../src/library/load.js';
import type { Activity, Lesson } from '../../src/library/types.js';
import type { ForBand } from '../../src/select/age-gate.js';
import { selectPlan } from '../../src/select/select.js';

const library = await loadLibrary([packagedLessons], packagedLessons);
const plans = [...plansOf(library)].flatMap((entry) =>
  (entry.value.bands as readonly Band[]).map((band) => ({
    id: `${entry.value.id} (${band})`,
    plan: selectPlan(library, entry, band, null).plan as ForBand<Plan>,
  })),
);
const lessons = plans.filter(({ plan }) => 'unit' in plan) as { id: string; plan: ForBand<Lesson> }[];
const units = [...library.units.values()].map(({ value }) => value);

/** What pupils do with their hands in an activity: the layouts of its sheet, or that it has none. */
function handsOf({ worksheet = [], slides = [] }: ForBand<Activity>): string {
  const layouts = [...worksheet.map(({ layout }) => layout), ...slides.map(({ layout }) => layout)];
  return [...new Set(layouts)].sort().join(' ');
}

describe('the library that comes with the tool', () => {
  it('no two lessons have the same paragraph', () => {
    const seen = new Map<string, string>();
    const same: string[] = [];
    for (const { value } of plansOf(library)) {
      for (const text of paragraphs(value)) {
        const other = seen.get(text);
        if (other && other !== value.id) same.push(`${other} and ${value.id}: ${text}`);
        seen.set(text, value.id);
      }
    }
    expect(same).toEqual([]);
  });

  it.each(units)('$id: no two lessons in a row have the same main activity', ({ id }) => {
    const own = lessons.filter(({ plan }) => plan.unit === id).sort((one, other) => one.plan.order - other.plan.order);
    const longest = own.map(({ plan }) => {
      const main = (plan.activities as ForBand<Activity>[]).filter(({ phase }) => phase === 'explore');
      return handsOf(main.reduce((most, activity) => (activity.minutes > most.minutes ? activity : most)));
    });
    for (const [index, hands] of longest.slice(1).entries()) expect(hands, own[index + 1]?.id).not.toBe(longest[index]);
  });

  it('every service that pupils may see is named somewhere', () => {
    const named = new Set([
      ...[...plansOf(library)].flatMap(({ value }) => Object.values(value.services).flat()),
      ...[...library.guides.values()].flatMap(({ value }) => value.services ?? []),
      ...[...library.campaigns.values()].flatMap(({ value }) => value.posters.flatMap(({ services }) => services)),
    ]);
    const unused = [...library.services.values()]
      .filter(({ value }) => value.audience.includes('pupils') && !value.retired && !named.has(value.id))
      .map(({ value }) => value.id);
    expect(unused).toEqual([]);
  });
});

/** Texts long enough to be a paragraph and not a turn of phrase. */
function paragraphs(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 90 ? [value.trim()] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === 'sources' ? [] : paragraphs(item)));
}
