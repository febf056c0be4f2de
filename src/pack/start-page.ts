import { yearsOf } from '../documents/common.js';
import type { BaseModel, Format } from '../documents/kind.js';
import type { SlideModel } from '../documents/slide-models.js';
import { slideModels } from '../documents/slide-models.js';
import { teacherNotes } from '../documents/teacher-notes.js';
import type { SelectedPlan } from '../select/select.js';
import type { Status } from '../sign-off/state.js';
import { count } from '../terminal/count.js';

/** A file of a pack, as its start page offers it. */
export interface PackedFile {
  /** Its path in the pack. */
  path: string;
  /** What it is: `Worksheet`. */
  name: string;
  format: Format | 'txt';
  pages: number;
  reader: string;
}

/** What belongs together in a pack: a lesson, a unit, a campaign, a guide. */
export interface Section {
  /** Headings above its own. */
  above: string[];
  heading: string;
  /** The lesson or session; null for all else. */
  lesson: LessonInShort | null;
  files: { href: string; name: string; note: string; reader: string }[];
}

/** A lesson or session in short. */
interface LessonInShort {
  label: string;
  /** The palette of its band. */
  palette: string;
  aim: string;
  outcomes: string[];
  segments: { phase: string; role: string; minutes: number; share: number }[];
  guidance: { level: string; reason: string };
  status: string;
  /** Its first slide, where it has slides. */
  cover: SlideModel | null;
}

/** What the template of the start page gets. */
export interface StartPageModel extends BaseModel {
  headline: string;
  /** Above the headline: whose it is. */
  label: string;
  intro: string;
  sections: Section[];
  /** JSON-LD: what search engines and learning platforms read. */
  data: string;
}

/** A lesson in short, as it stands on a start page. */
export function lessonInShort(selected: SelectedPlan, status: Status): LessonInShort {
  const making = { status, size: null, findings: [], toWeigh: () => [] };
  const notes = teacherNotes.compose(selected, making) as unknown as Pick<
    LessonInShort,
    'aim' | 'outcomes' | 'segments' | 'guidance'
  >;
  const { aim, outcomes, segments, guidance } = notes;
  return {
    label: `${yearsOf(selected)} · ages ${selected.band.ages} · ${selected.plan.minutes} minutes`,
    palette: selected.band.id,
    ...{ aim, outcomes, segments, guidance },
    status: status.short,
    cover: slideModels(selected)[0] ?? null,
  };
}

/** A file as the start page shows it: `Worksheet` and `PDF, 2 pages`. */
export function linkTo({ path, name, format, pages, reader }: PackedFile): Section['files'][number] {
  const href = path.split('/').map(encodeURIComponent).join('/');
  const notes: Readonly<Record<PackedFile['format'], string>> = {
    pdf: `PDF, ${count(pages, 'page')}`,
    html: 'for any browser',
    docx: 'Word',
    pptx: `PowerPoint, ${count(pages, 'slide')}`,
    png: 'picture',
    txt: 'words of the post',
  };
  return { href, name, note: notes[format], reader };
}

/** The guidance that statements belong to, as `statements.yaml` names it. */
interface Guidance {
  title: string;
  issued: string;
}

/**
 * What a lesson is, as learning platforms read it.
 * Source: schema.org, LearningResource and AlignmentObject; times are those of ISO 8601.
 */
export function learningResource(
  { plan, band, statements, school }: SelectedPlan,
  guidance: Guidance,
  licence: string | null,
  status: Status,
): Record<string, unknown> {
  return {
    '@type': 'LearningResource',
    name: plan.title,
    description: plan.aim,
    learningResourceType: 'lesson plan',
    educationalLevel: band.name,
    typicalAgeRange: band.ages.replace(' to ', '-'),
    timeRequired: `PT${plan.minutes}M`,
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    creativeWorkStatus: status.full,
    dateModified: plan.updated,
    teaches: plan.outcomes,
    ...(school.name ? { provider: { '@type': 'Organization', name: school.name } } : {}),
    ...(licence ? { license: licence } : {}),
    educationalAlignment: statements.map(({ id, strand, text }) => ({
      '@type': 'AlignmentObject',
      alignmentType: 'teaches',
      educationalFramework: `${guidance.title}, ${guidance.issued}`,
      targetName: id,
      targetDescription: `${strand}: ${text}`,
    })),
  };
}

/** JSON-LD that may stand inside of a page. */
export function jsonLd(name: string, parts: readonly Record<string, unknown>[]): string {
  const data = { '@context': 'https://schema.org', '@type': 'Collection', name, hasPart: parts };
  // Nothing in it may end the element that it stands in.
  return JSON.stringify(data, null, 1).replaceAll('<', '\\u003c');
}
