import type { Lesson } from '../library/types.js';
import type { ForBand } from '../select/age-gate.js';
import type { SelectedPlan } from '../select/select.js';
import type { SelectedUnit } from '../select/unit.js';
import { headlineOf, sexEducationInWords, unitBase } from './common.js';
import type { BaseModel, UnitKind } from './kind.js';
import { withoutICan } from './slide-models.js';

/** What the template of the unit overview gets. */
interface UnitOverviewModel extends BaseModel {
  header: string[];
  headline: string[];
  foot: string;
  art: { relation: string; seed: string; order: number };
  overview: string;
  when: string;
  /** `4 lessons, 240 minutes`. */
  lessonsTitle: string;
  lessons: {
    number: number;
    title: string;
    minutes: number;
    outcomes: string[];
    ready: string[];
    level: string;
    reason: string;
    sexEducation: string;
  }[];
  /** Each with the numbers of the lessons that claim it. */
  statements: { strand: string; text: string; lessons: string }[];
  words: { word: string; meaning: string; lesson: number }[];
}

/** The scheme of work of a unit: what each lesson is for, what it needs and what it teaches towards. */
export const unitOverview: UnitKind = {
  id: 'unit-overview',
  of: 'unit',
  name: 'unit overview',
  others: ['docx'],
  prints: ['mono', 'large', 'tinted'],
  applies: ({ lessons }) => lessons.length > 0,
  compose(selected, { status }): UnitOverviewModel {
    const { unit, lessons, band } = selected;
    const minutes = lessons.reduce((sum, { plan }) => sum + plan.minutes, 0);
    return {
      ...unitBase(selected, status, 'unit overview'),
      header: [`Unit ${unit.order} · Overview`, `${unit.years} · ages ${band.ages}`],
      headline: headlineOf(unit),
      foot: `Unit ${unit.order} ${unit.title} · Overview`,
      art: { relation: unit.picture, seed: `${unit.id} / overview`, order: 1 },
      overview: unit.overview,
      when: unit.when,
      lessonsTitle: `${lessons.length} ${lessons.length === 1 ? 'lesson' : 'lessons'}, ${minutes} minutes`,
      lessons: lessons.map(lessonRow),
      statements: statementsOf(selected),
      words: lessons.flatMap((lesson) =>
        (lesson.plan['key-words'] ?? []).map(({ word, meaning }) => ({ word, meaning, lesson: orderOf(lesson) })),
      ),
    };
  },
};

function lessonRow(lesson: SelectedPlan): UnitOverviewModel['lessons'][number] {
  const { plan } = lesson;
  return {
    number: orderOf(lesson),
    title: plan.title,
    minutes: plan.minutes,
    outcomes: plan.outcomes.map(withoutICan),
    ready: plan.preparation,
    level: withCapital(plan['content-guidance'].level),
    reason: plan['content-guidance'].reason,
    sexEducation: sexEducationInWords(plan['sex-education']),
  };
}

function withCapital(word: string): string {
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

function orderOf({ plan }: SelectedPlan): number {
  return (plan as ForBand<Lesson>).order;
}

function statementsOf({ lessons }: SelectedUnit): UnitOverviewModel['statements'] {
  const found = new Map<string, { strand: string; text: string; lessons: number[] }>();
  for (const lesson of lessons) {
    for (const { id, strand, text } of lesson.statements) {
      const statement = found.get(id) ?? { strand, text, lessons: [] };
      statement.lessons.push(orderOf(lesson));
      found.set(id, statement);
    }
  }
  return [...found.values()].map((statement) => ({ ...statement, lessons: statement.lessons.join(', ') }));
}
