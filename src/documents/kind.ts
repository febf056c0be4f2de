import type { FindingInWords } from '../check/run.js';
import type { WordsToWeigh } from '../check/words-to-weigh.js';
import type { SlideNotes } from '../formats/pptx/notes.js';
import type { SelectedGuide } from '../select/guide.js';
import type { SelectedPlan, SelectedPoster, SelectedSocial } from '../select/select.js';
import type { SelectedUnit } from '../select/unit.js';
import type { Status } from '../sign-off/state.js';

/** What every template gets, whatever the kind. */
export interface BaseModel {
  /** The title of the document, as readers of PDF files show it. */
  title: string;
  /** What the document is and for whom, without a full stop, for the properties of the file. */
  subject: string;
  /** Words to find it by. */
  keywords: string[];
  /** The seven colours: one palette for each band, one for campaigns, one for staff and parents. */
  palette: 'ks3' | 'ks4' | 'ks5' | 'staff' | 'day';
  /** `Draft, not reviewed`, or by whom and when it was reviewed. */
  status: string;
  /** The same for the foot of a page. */
  shortStatus: string;
  school: string | null;
}

/** What a document is made with, beside what was selected. */
export interface Making {
  status: Status;
  /** One of the kind's sizes, or null where it has none. */
  size: string | null;
  /** What the check says of the file it is made of. */
  findings: readonly FindingInWords[];
  /** Words of a plan that a person has to weigh; nothing for what is no plan. */
  toWeigh(): readonly WordsToWeigh[];
}

/** What documents are made of, by the name of each sort. */
export interface Selections {
  plan: SelectedPlan;
  unit: SelectedUnit;
  poster: SelectedPoster;
  social: SelectedSocial;
  guide: SelectedGuide;
}

/** What kinds of document are made of, in words. */
export const madeOf: Readonly<Record<keyof Selections, string>> = {
  plan: 'a lesson or session',
  unit: 'a unit',
  poster: 'a campaign',
  social: 'a campaign',
  guide: 'a guide',
};

/**
 * How a document is printed otherwise than in colour: `mono` in black and white, `large` for people who need large type,
 * `tinted` on a tint with more room between letters and lines, for people who read more easily so; `bleed` with 3 mm of
 * colour beyond its edges, for a printer who trims it.
 */
export type Print = 'mono' | 'large' | 'tinted' | 'bleed';
export const prints: readonly Print[] = ['mono', 'large', 'tinted', 'bleed'];

/** Ways of printing after “printed”: `large or with bleed`. */
export function printsInWords(ways: readonly Print[]): string {
  return ways.map((way) => (way === 'bleed' ? 'with bleed' : way)).join(' or ');
}

/** What the files of documents can be. */
export const formats = ['pdf', 'png', 'html', 'pptx', 'docx'] as const;
export type Format = (typeof formats)[number];
/** Those of them that are there to be changed by hand. */
export const changeable: readonly string[] = ['pptx', 'docx'] satisfies Format[];

interface KindOf<Of extends keyof Selections> {
  id: string;
  of: Of;
  /** What people call it. */
  name: string;
  /** The format of its files; without it PDF. */
  format?: 'png';
  /** The formats that it comes in where they are asked for: to be shown or changed, with its words as words, in one size. */
  others?: readonly Exclude<Format, 'pdf' | 'png'>[];
  /** How it can be printed; without it only as it is. */
  prints?: readonly Print[];
  /** Whether it is black and white as it is, so that it serves as its own print in mono. */
  mono?: true;
  /** Sizes that it comes in; without them it has one. For pictures width and height in pixels. */
  sizes?: readonly string[];
  /** Whether there is anything to make of what was selected; without it there always is. */
  applies?(selected: Selections[Of]): boolean;
  compose(selected: Selections[Of], making: Making): BaseModel;
  /** Words to stand beside its files, as a text file. */
  text?(model: BaseModel): string;
  /** What stands in the notes of its slides, for PowerPoint. */
  notes?(model: BaseModel): SlideNotes[];
}

/** A kind of document that is made of a lesson or session. */
export type PlanKind = KindOf<'plan'>;
/** A kind that is made of a unit with its lessons. */
export type UnitKind = KindOf<'unit'>;
/** A kind that is made of one poster of a campaign. */
export type PosterKind = KindOf<'poster'>;
/** A kind that is made of a picture for social media. */
export type SocialKind = KindOf<'social'>;
/** A kind that is made of a guide. */
export type GuideKind = KindOf<'guide'>;

export type DocumentKind = PlanKind | UnitKind | PosterKind | SocialKind | GuideKind;

/** The formats that a kind comes in, its usual one first. */
export function formatsOf({ format, others = [] }: Pick<DocumentKind, 'format' | 'others'>): Format[] {
  return [format ?? 'pdf', ...others];
}
