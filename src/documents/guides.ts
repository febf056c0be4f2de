import type { Guide } from '../library/types.js';
import type { ForBand } from '../select/age-gate.js';
import type { SelectedGuide } from '../select/guide.js';
import type { Status } from '../sign-off/state.js';
import type { Helper } from './common.js';
import { headlineOf, helpersByIds, leadHelper, leadLine, sourceLine } from './common.js';
import type { BaseModel, GuideKind } from './kind.js';
import type { SlideModel } from './slide-models.js';
import { deckOf } from './slide-models.js';
import type { Spoken } from './slides.js';
import { notesOf } from './slides.js';

/** What the templates of guides get. */
interface GuideModel extends BaseModel {
  header: string[];
  headline: string[];
  foot: string;
  art: { relation: string; seed: string; order: number };
  intro: string;
  /** In the order of the file: parts, and after them who helps, across the page on a dark ground. */
  groups: { parts: SectionModel[]; help: { at: string; heading: string | null; helpers: Helper[] } | null }[];
  /** Sources with their titles for the safeguarding lead, by their publishers for everyone else. */
  sources: string[];
}

interface SectionModel {
  at: string;
  heading: string;
  minutes: number | null;
  /** Whether it begins with a table, whose caption is the heading. */
  captioned: boolean;
  /** Whether it holds a table, which needs the whole width. */
  wide: boolean;
  blocks: BlockModel[];
}

type GuideBlock = ForBand<Guide>['sections'][number]['blocks'][number];
type BlockModel = Exclude<GuideBlock, { layout: 'help' }> & {
  /** What stands over a table. */
  caption: string;
  /** Whether that is the heading of the section. */
  main: boolean;
};

/** For whom a guide is, in two lines above its title. */
function readersOf({ kind, sections }: ForBand<Guide>): [string, string] {
  if (kind === 'parent-guide') return ['A guide for parents and carers', 'of pupils aged 11 to 18'];
  if (kind === 'lead-sheet') return ['For the safeguarding lead', 'Before, during and after the lessons'];
  const minutes = sections.reduce((sum, section) => sum + (section.minutes ?? 0), 0);
  return ['A briefing for everyone who works here', minutes > 0 ? `${minutes} minutes` : ''];
}

const names = {
  'parent-guide': 'parent guide',
  'staff-briefing': 'staff briefing',
  'lead-sheet': 'lead sheet',
} as const;

/** The guides for adults: each is a kind of its own, made of the guides that say so. */
export const guideKinds: readonly GuideKind[] = (Object.keys(names) as (keyof typeof names)[]).map((id) => ({
  id,
  of: 'guide',
  name: names[id],
  others: ['html', 'docx'],
  prints: ['mono', 'large', 'tinted'],
  applies: ({ guide }) => guide.kind === id,
  compose: (selected, { status }) => guideModel(selected, status, id),
}));

/** What the template of the slides gets. */
interface GuideSlidesModel extends BaseModel {
  slides: (SlideModel & Spoken)[];
}

/** The slides of a briefing. */
export const guideSlides: GuideKind = {
  id: 'slides',
  of: 'guide',
  name: 'slides',
  others: ['html', 'pptx'],
  notes: notesOf,
  applies: ({ guide }) => guide.kind !== 'help-card' && guide.sections.some(({ slides }) => slides !== undefined),
  compose(selected, { status }): GuideSlidesModel {
    const { guide, school, services, laws, frame } = selected;
    const helpers = helpersByIds(guide.services, school, services, leadHelper(school));
    const shown = guide.services.flatMap((id) => services.get(id) ?? []);
    return {
      ...guideBase(selected, status, 'slides'),
      slides: deckOf(
        guide.sections.map(({ heading, minutes, slides }) => ({
          phase: heading,
          minutes: minutes ?? null,
          slides: slides ?? [],
        })),
        {
          belongs: guide.title,
          helpLine: leadLine(school, shown),
          helpers,
          cover: { label: readersOf(guide), headline: headlineOf(guide), subtitle: school.name ?? '', helpLine: null },
          art: artOf(guide),
          agreement: frame.agreement,
          outcomes: [],
          keyWords: [],
          services,
          laws,
        },
      ).map((slide) => ({ ...slide, script: [] })),
    };
  },
};

/** What every document of a guide begins with. */
export function guideBase({ guide, school }: SelectedGuide, status: Status, document: string): BaseModel {
  return {
    title: `${guide.title}: ${document}`,
    subject: `${document[0]?.toUpperCase()}${document.slice(1)}`,
    keywords: ['PSHE education', 'safeguarding', document],
    palette: 'staff',
    status: status.full,
    shortStatus: status.short,
    school: school.name,
  };
}

function artOf(guide: ForBand<Guide>) {
  return { relation: guide.picture, seed: guide.id, order: 1 };
}

function guideModel(selected: SelectedGuide, status: Status, kind: keyof typeof names): GuideModel {
  const { guide, school } = selected;
  return {
    ...guideBase(selected, status, names[kind]),
    header: readersOf(guide),
    headline: headlineOf(guide),
    foot: [guide.title, school.name].filter(Boolean).join(' · '),
    art: artOf(guide),
    intro: guide.intro,
    groups: groupsOf(selected),
    sources:
      kind === 'lead-sheet'
        ? guide.sources.map(sourceLine)
        : [...new Set(guide.sources.flatMap(({ by }) => by.split('; ')))],
  };
}

function groupsOf({ guide, school, services }: SelectedGuide): GuideModel['groups'] {
  const groups: GuideModel['groups'] = [{ parts: [], help: null }];
  for (const section of guide.sections) {
    const part = sectionModel(section);
    if (part.blocks.length > 0) groups.at(-1)?.parts.push(part);
    const ids = section.blocks.flatMap((block) => (block.layout === 'help' ? block.services : []));
    if (ids.length === 0) continue;
    // With other blocks the heading stands over those.
    const heading = part.blocks.length > 0 ? null : section.heading;
    const help = { at: section.at, heading, helpers: helpersByIds(ids, school, services, leadHelper(school)) };
    groups.splice(-1, 1, { parts: groups.at(-1)?.parts ?? [], help });
    groups.push({ parts: [], help: null });
  }
  return groups.filter(({ parts, help }) => parts.length > 0 || help !== null);
}

function sectionModel({ at, heading, minutes, blocks }: ForBand<Guide>['sections'][number]): SectionModel {
  const shown = blocks.filter((block) => block.layout !== 'help');
  return {
    at,
    heading,
    minutes: minutes ?? null,
    captioned: shown[0]?.layout === 'table',
    wide: shown.some(({ layout }) => layout === 'table'),
    blocks: shown.map((block, index) => ({
      ...block,
      caption: (block.layout === 'table' && block.heading) || heading,
      main: index === 0,
    })),
  };
}
