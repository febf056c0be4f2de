import type { Activity, Frame } from '../library/types.js';
import type { ForBand } from '../select/age-gate.js';
import { contactOf } from '../select/marks.js';
import type { SelectedPlan } from '../select/select.js';
import {
  artOf,
  belongsTo,
  footLine,
  headlineOf,
  hrefOf,
  lessonLabel,
  phaseNames,
  planBase,
  sexEducationInWords,
  sourceLine,
  yearsOf,
} from './common.js';
import type { BaseModel, PlanKind } from './kind.js';
import type { SlideModel } from './slide-models.js';
import { slideModels, withoutICan } from './slide-models.js';
import { worksheetBlocks } from './worksheet.js';

type Item = { kind: 'say' | 'ask' | 'do' | 'listen-for'; text: string };

/** Items of an activity that belong to what is on the screen, with that slide. */
export interface Group {
  slide: SlideModel | null;
  items: Item[];
}

interface ActivityModel {
  number: number;
  at: string;
  title: string;
  phase: string;
  from: number;
  to: number;
  minutes: number;
  grouping: string;
  hardest: boolean;
  materials: string[];
  groups: Group[];
  /** Numbers of the worksheet questions that belong here. */
  questions: number[];
  expect: string[];
  respond: { to: string; with: string }[];
  asides: { icon: string; lead: string; text: string }[];
}

/** What the template of the teacher notes gets. */
interface TeacherNotesModel extends BaseModel {
  header: string[];
  headline: string[];
  foot: string;
  art: ReturnType<typeof artOf>;
  aim: string;
  segments: { phase: string; role: string; minutes: number; share: number }[];
  outcomes: string[];
  preparation: string[];
  staffNotes: string[];
  strands: { name: string; texts: string[] }[];
  care: string;
  guidance: { level: string; reason: string };
  hardest: { from: number; to: number } | null;
  tells: string[];
  lead: { name: string | null; where: string | null };
  deputies: string[];
  leftOut: { title: string; minutes: number }[];
  activities: ActivityModel[];
  keyWords: { word: string; meaning: string }[];
  priorLearning: string | null;
  /** `fault` where the second part also begins with the line on blame. */
  split: { minutes: number; title: string; fault: boolean } | null;
  assessment: { question: string; again: string; secure: string; nearly: string; notYet: string } | null;
  homeLink: string | null;
  sexEducation: string;
  services: { name: string; contact: string; href: string | null; for: string; what: string }[];
  sources: string[];
}

/** Notes to teach from: a summary page, the activities minute by minute, what to have at hand. */
export const teacherNotes: PlanKind = {
  id: 'teacher-notes',
  of: 'plan',
  name: 'teacher notes',
  others: ['docx'],
  prints: ['mono', 'large', 'tinted'],
  applies: () => true,
  compose(selected, { status }): TeacherNotesModel {
    const { plan, lesson } = selected;
    const activities = activityModels(selected);
    const hardest = activities.find((activity) => activity.hardest);
    const [one, other] = belongsTo(selected);
    return {
      ...planBase(selected, status, 'teacher notes'),
      header: [
        `Teacher notes · ${one} ${other}`,
        `${lessonLabel(selected)} · ${yearsOf(selected)} · ${plan.minutes} minutes`,
      ],
      headline: headlineOf(plan),
      foot: `${footLine(selected)} · Teacher notes`,
      art: artOf(selected),
      aim: plan.aim,
      segments: segmentsOf(activities),
      outcomes: plan.outcomes.map(withoutICan),
      preparation: plan.preparation,
      staffNotes: plan['staff-notes'],
      strands: strandsOf(selected),
      care: plan.care,
      guidance: { level: plan['content-guidance'].level, reason: plan['content-guidance'].reason },
      hardest: hardest ? { from: hardest.from, to: hardest.to } : null,
      tells: selected.frame['if-a-pupil-tells'],
      lead: { name: selected.school.lead?.name ?? null, where: selected.school.lead?.where ?? null },
      deputies: selected.school.deputies.map(({ name, where }) => (where ? `${name} (${where})` : name)),
      leftOut: selected.leftOut,
      activities,
      keyWords: (plan['key-words'] ?? []).map(({ word, meaning }) => ({ word, meaning })),
      priorLearning: plan['prior-learning'] ?? null,
      split: splitOf(selected, activities),
      assessment: lesson
        ? {
            question: lesson.assessment.question,
            again: lesson.assessment.again,
            secure: lesson.assessment.secure,
            nearly: lesson.assessment.nearly,
            notYet: lesson.assessment['not-yet'],
          }
        : null,
      homeLink: lesson?.['home-link'] ?? null,
      sexEducation: sexEducationInWords(plan['sex-education']),
      services: selected.helpers.map((service) => ({
        name: service.name,
        contact: contactOf(service),
        href: hrefOf(service),
        for: service.for,
        what: service.what,
      })),
      sources: plan.sources.map(sourceLine),
    };
  },
};

/** The activities of a plan with their minutes, steps and slides. */
export function activityModels(selected: SelectedPlan): ActivityModel[] {
  const slides = slideModels(selected);
  const questions = worksheetBlocks(selected);
  let minute = 0;
  return (selected.plan.activities as ForBand<Activity>[]).map((activity, index) => {
    const from = minute;
    minute += activity.minutes;
    return {
      number: index + 1,
      at: activity.at,
      title: activity.title,
      phase: phaseNames[activity.phase],
      from,
      to: minute,
      minutes: activity.minutes,
      grouping: groupings[activity.grouping],
      hardest: activity.hardest ?? false,
      materials: activity.materials ?? [],
      groups: groupsOf(activity, selected.frame, slides),
      questions: questions.flatMap((block) => (block.activity === activity.id && block.number ? [block.number] : [])),
      expect: activity.expect ?? [],
      respond: (activity.respond ?? []).map((response) => ({ to: response.to, with: response.with })),
      asides: asidesOf(activity),
    };
  });
}

const groupings = {
  alone: 'On their own',
  pairs: 'In pairs',
  threes: 'In threes',
  groups: 'In groups',
  'whole class': 'Whole class',
} as const;

/** The steps, cut where a slide is shown; steps of routines come from the frame. */
function groupsOf(activity: ForBand<Activity>, frame: ForBand<Frame>, slides: SlideModel[]): Group[] {
  const groups: Group[] = [{ slide: null, items: [] }];
  const add = (steps: ForBand<Activity>['steps']) => {
    for (const step of steps) {
      if (step.routine !== undefined) {
        add(frame.routines.find((routine) => routine.id === step.routine)?.steps ?? []);
      } else if (step.show !== undefined) {
        groups.push({ slide: slides.find((slide) => slide.id === step.show) ?? null, items: [] });
      } else {
        for (const kind of ['say', 'ask', 'do', 'listen-for'] as const) {
          const text = step[kind];
          if (text !== undefined) groups.at(-1)?.items.push({ kind, text });
        }
      }
    }
  };
  add(activity.steps);
  return groups.filter((group) => group.slide !== null || group.items.length > 0);
}

function asidesOf(activity: ForBand<Activity>): ActivityModel['asides'] {
  const all = [
    { icon: 'lifebuoy', lead: 'Support', text: activity.adapt?.support },
    { icon: 'arrow-fat-up', lead: 'Stretch', text: activity.adapt?.stretch },
    { icon: 'puzzle-piece', lead: 'SEND', text: activity.adapt?.send },
    { icon: 'hand-heart', lead: 'Take care', text: activity.safeguarding },
    { icon: 'clock', lead: 'Short of time?', text: activity['short-of-time'] },
  ];
  return all.flatMap(({ icon, lead, text }) => (text === undefined ? [] : [{ icon, lead, text }]));
}

const segmentRoles = ['ground', 'wash', 'deep', 'vivid', 'ground'] as const;

/** One segment for each run of activities of a phase; a short one joins the label of its neighbour. */
function segmentsOf(activities: ActivityModel[]): TeacherNotesModel['segments'] {
  const runs: { phase: string; minutes: number }[] = [];
  for (const { phase, minutes } of activities) {
    const last = runs.at(-1);
    if (last?.phase === phase) last.minutes += minutes;
    else runs.push({ phase, minutes });
  }
  const total = runs.reduce((sum, run) => sum + run.minutes, 0);
  return runs.map((run, index) => ({
    ...run,
    role: segmentRoles[index % segmentRoles.length] as string,
    share: Math.round((run.minutes / total) * 10000) / 100,
  }));
}

function strandsOf(selected: SelectedPlan): TeacherNotesModel['strands'] {
  const strands = new Map<string, string[]>();
  for (const { strand, text } of selected.statements) strands.set(strand, [...(strands.get(strand) ?? []), text]);
  return [...strands].map(([name, texts]) => ({ name, texts }));
}

function splitOf(selected: SelectedPlan, activities: ActivityModel[]): TeacherNotesModel['split'] {
  const id = selected.lesson?.['split-after'];
  const index = selected.plan.activities.findIndex((activity) => activity.id === id);
  const activity = activities[index];
  const { level } = selected.plan['content-guidance'];
  const fault = level === 'careful' || level === 'sensitive';
  return activity ? { minutes: activity.to, title: activity.title, fault } : null;
}
