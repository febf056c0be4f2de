import type { SelectedUnit } from '../select/unit.js';
import type { Helper } from './common.js';
import { headlineOf, helpersFor, unitBase } from './common.js';
import type { BaseModel, UnitKind } from './kind.js';

/** What the template of the unit assessment gets. */
interface UnitAssessmentModel extends BaseModel {
  belongs: string;
  headline: string[];
  art: { relation: string; seed: string; order: number };
  questions: {
    number: number;
    /** `Lesson 2`, where it was taught. */
    lesson: string;
    at: string;
    question: string;
    secure: string;
    nearly: string;
    notYet: string;
  }[];
  helpers: Helper[];
}

/** Questions for the end of a unit, always in black and white, and a page for the teacher: how answers are read. */
export const unitAssessment: UnitKind = {
  id: 'unit-assessment',
  of: 'unit',
  name: 'unit assessment',
  others: ['docx'],
  prints: ['large', 'tinted'],
  mono: true,
  applies: (selected) => questionsOf(selected).length > 0,
  compose(selected, { status }): UnitAssessmentModel {
    const { unit, lessons, school } = selected;
    const services = new Map(lessons.flatMap(({ helpers }) => helpers.map((service) => [service.id, service])));
    return {
      ...unitBase(selected, status, 'unit assessment'),
      belongs: `Unit ${unit.order} ${unit.title} · Assessment`,
      headline: headlineOf(unit),
      art: { relation: unit.picture, seed: `${unit.id} / assessment`, order: 1 },
      questions: questionsOf(selected),
      helpers: helpersFor(school, [...services.values()].slice(0, 3)),
    };
  },
};

/** The questions about lessons that the school teaches. */
function questionsOf({ unit, lessons }: SelectedUnit): UnitAssessmentModel['questions'] {
  const orders = new Map(lessons.map(({ plan }) => [plan.id, 'order' in plan ? plan.order : 0]));
  return (unit.questions ?? [])
    .filter(({ lesson }) => orders.has(lesson))
    .map((question, index) => ({
      number: index + 1,
      lesson: `Lesson ${orders.get(question.lesson)}`,
      at: question.at,
      question: question.question,
      secure: question.secure,
      nearly: question.nearly,
      notYet: question['not-yet'],
    }));
}
