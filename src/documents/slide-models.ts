import type { Activity, Slide } from '../library/types.js';
import type { ForBand } from '../select/age-gate.js';
import { contactOf } from '../select/marks.js';
import type { SelectedPlan } from '../select/select.js';
import type { Helper } from './common.js';
import {
  artOf,
  belongsTo,
  footLine,
  headlineOf,
  helpersFor,
  helpLine,
  hrefOf,
  lessonLabel,
  phaseNames,
  yearsOf,
} from './common.js';

/** The plain parts of a slide that its template shows; each layout fills its own. */
export interface SlideModel {
  layout: Slide['layout'];
  id: string;
  /** The path of the slide in its file. */
  at: string;
  number: number;
  total: number;
  phase: string;
  /** Minutes of the activity, on its first slide. */
  minutes: number | null;
  belongs: string;
  helpLine: string;
  notes: string;
  content: SlideContent;
}

type SlideContent =
  | {
      layout: 'cover';
      label: [string, string];
      headline: string[];
      subtitle: string;
      helpLine: string | null;
      art: Art;
    }
  | { layout: 'agreement'; lines: { icon: string; promise: string; reason: string; unfinished: boolean }[] }
  | { layout: 'outcomes'; outcomes: string[]; art: Art }
  | { layout: 'words'; title: string; words: { word: string; meaning: string }[] }
  | { layout: 'question'; question: string[]; how: string[]; art: Art }
  | { layout: 'points'; title: string; points: string[]; aside: string | null; art: Art | null }
  | {
      layout: 'scenario';
      title: string;
      story: string[];
      ask: string;
      questions: string[];
      picture: { file: string; alt: string; at: string } | null;
    }
  | { layout: 'two-column'; title: string; left: PanelModel; right: PanelModel }
  | { layout: 'line'; title: string; left: string; middle: string | null; right: string; how: string }
  | { layout: 'table'; title: string; columns: string[]; rows: string[][] }
  | { layout: 'key-fact'; fact: string; support: string }
  | {
      layout: 'law';
      title: string;
      law: string;
      responsible: string;
      service: { name: string; what: string; contact: string; href: string | null } | null;
    }
  | { layout: 'task'; title: string; minutes: number; steps: string[]; materials: string | null }
  | { layout: 'check'; title: string; options: { letter: string; text: string }[]; art: Art | null }
  | { layout: 'picture'; title: string; lines: string[]; picture: { file: string; alt: string; at: string } }
  | { layout: 'help'; title: string; helpers: Helper[]; note: string }
  | { layout: 'close'; title: string[]; helpers: Helper[]; note: string };

type Art = ReturnType<typeof artOf>;

interface PanelModel {
  at: string;
  heading: string;
  lines: string[];
  outcome: string | null;
}

/** What slides show beside their own words. */
interface DeckContext {
  belongs: string;
  helpLine: string;
  helpers: Helper[];
  cover: { label: [string, string]; headline: string[]; subtitle: string; helpLine: string | null };
  art: Art;
  agreement: SelectedPlan['frame']['agreement'];
  outcomes: string[];
  keyWords: { id: string; word: string; meaning: string }[];
  services: SelectedPlan['services'];
  laws: SelectedPlan['laws'];
}

/** A stretch of a deck: an activity of a lesson, a section of a guide. */
interface Stretch {
  phase: string;
  minutes: number | null;
  slides: readonly ForBand<Slide>[];
}

/** All slides of a plan in order, numbered through. */
export function slideModels(selected: SelectedPlan): SlideModel[] {
  const { plan, school, helpers, services, laws, frame } = selected;
  const line = helpLine(school, helpers);
  const activities = plan.activities as ForBand<Activity>[];
  return deckOf(
    activities.map(({ phase, minutes, slides }) => ({ phase: phaseNames[phase], minutes, slides: slides ?? [] })),
    {
      belongs: footLine(selected),
      helpLine: line,
      helpers: helpersFor(school, helpers),
      cover: {
        label: belongsTo(selected),
        headline: headlineOf(selected.plan),
        subtitle: `${lessonLabel(selected)} · ${yearsOf(selected)}`,
        // The help line is on every slide of a sensitive plan, and on all but the cover of the others.
        helpLine: plan['content-guidance'].level === 'sensitive' ? line : null,
      },
      art: artOf(selected),
      agreement: frame.agreement,
      outcomes: 'outcomes' in plan ? plan.outcomes : [],
      keyWords: plan['key-words'] ?? [],
      services,
      laws,
    },
  );
}

/** All slides of some stretches, numbered through. */
export function deckOf(stretches: readonly Stretch[], context: DeckContext): SlideModel[] {
  const all = stretches.flatMap((stretch) => stretch.slides.map((slide, index) => ({ stretch, slide, index })));
  return all.map(({ stretch, slide, index }, position) => ({
    layout: slide.layout,
    id: slide.id,
    at: slide.at,
    number: position + 1,
    total: all.length,
    phase: stretch.phase,
    minutes: index === 0 && !['cover', 'close', 'task'].includes(slide.layout) ? stretch.minutes : null,
    belongs: context.belongs,
    helpLine: context.helpLine,
    notes: slide.notes,
    content: contentOf(slide, context),
  }));
}

function contentOf(slide: ForBand<Slide>, context: DeckContext): SlideContent {
  switch (slide.layout) {
    case 'cover':
      return { layout: 'cover', ...context.cover, art: context.art };
    case 'agreement': {
      const unfinished = slide['half-written'] ?? [];
      return {
        layout: 'agreement',
        lines: context.agreement.map((line) => ({
          icon: line.icon,
          promise: unfinished.includes(line.id) ? line.starter : line.promise,
          reason: line.reason,
          unfinished: unfinished.includes(line.id),
        })),
      };
    }
    case 'outcomes':
      return {
        layout: 'outcomes',
        outcomes: context.outcomes.map(withoutICan),
        art: context.art,
      };
    case 'words': {
      const words = slide.words.flatMap((id) => context.keyWords.find((word) => word.id === id) ?? []);
      return {
        layout: 'words',
        title: slide.title ?? 'Words to know',
        words: words.map(({ word, meaning }) => ({ word, meaning })),
      };
    }
    case 'question':
      return { layout: 'question', question: slide.question, how: slide.how, art: context.art };
    case 'points':
      return {
        layout: 'points',
        title: slide.title,
        points: slide.points,
        aside: slide.aside ?? null,
        art: artBeside(slide.points, context.art),
      };
    case 'scenario':
      return {
        layout: 'scenario',
        title: slide.title,
        story: slide.story,
        ask: slide.ask ?? 'Talk about',
        questions: slide.questions,
        picture: slide.picture ?? null,
      };
    case 'two-column':
      return { layout: 'two-column', title: slide.title, left: panel(slide.left), right: panel(slide.right) };
    case 'line':
      return {
        layout: 'line',
        title: slide.title,
        left: slide.left,
        middle: slide.middle ?? null,
        right: slide.right,
        how: slide.how,
      };
    case 'table':
      return { layout: 'table', title: slide.title, columns: slide.columns, rows: slide.rows };
    case 'key-fact':
      return { layout: 'key-fact', fact: slide.fact, support: slide.support };
    case 'law': {
      const service = context.services.get(slide.service);
      return {
        layout: 'law',
        title: slide.title,
        law: context.laws.get(slide.law) ?? '',
        responsible: slide.responsible,
        service: service
          ? { name: service.name, what: service.what, contact: contactOf(service), href: hrefOf(service) }
          : null,
      };
    }
    case 'task':
      return {
        layout: 'task',
        title: slide.title,
        minutes: slide.minutes,
        steps: slide.steps,
        materials: slide.materials ?? null,
      };
    case 'check':
      return {
        layout: 'check',
        title: slide.title,
        options: slide.options.map((text, index) => ({ letter: 'ABCD'[index] ?? '', text })),
        art: artBeside(slide.options, context.art),
      };
    case 'picture':
      return { layout: 'picture', title: slide.title, lines: slide.lines, picture: slide.picture };
    case 'help':
      return {
        layout: 'help',
        title: slide.title ?? 'Who you can talk to',
        helpers: context.helpers,
        note: neverTooLate,
      };
    case 'close':
      return {
        layout: 'close',
        title: slide.title ?? ['You can always', 'talk to someone'],
        helpers: context.helpers,
        note: neverTooLate,
      };
  }
}

/** The picture of the lesson, beside lines that are short enough to leave room for it. */
function artBeside(lines: readonly string[], art: Art): Art | null {
  return lines.every((line) => line.length <= 32) ? art : null;
}

const neverTooLate = 'It is never too late to ask.';

function panel(data: { at: string; heading: string; lines: string[]; outcome?: string }): PanelModel {
  return { at: data.at, heading: data.heading, lines: data.lines, outcome: data.outcome ?? null };
}

/** `I can name two helpers.` as `name two helpers`: the slide's title says the rest. */
export function withoutICan(outcome: string): string {
  return outcome.replace(/^I can /, '').replace(/\.$/, '');
}
