// Written by scripts/generate.js from schemas/. Change the schemas, then run: npm run generate

/**
 * A short name in small letters, digits and hyphens. It becomes part of file names.
 */
export type Id = string;
/**
 * Plain words, or one text for each age band (ks3:, ks4:, ks5:). Marks such as $adult, $service.childline and _emphasis_ may stand anywhere.
 */
export type Text =
  | string
  | {
      ks3?: Words;
      ks4?: Words;
      ks5?: Words;
    };
/**
 * Plain words on one or more lines. Marks such as $adult, $service.childline and _emphasis_ may stand anywhere.
 */
export type Words = string;
/**
 * The title in one to three lines, broken by sense. The lines together are the title, word for word.
 *
 * @minItems 1
 * @maxItems 3
 */
export type TitleAsItBreaks = [string, ...string[]];
/**
 * Who this is for. Left out inside a lesson, it is for all bands of the lesson.
 *
 * @minItems 1
 */
export type AgeBands = [AgeBand, ...AgeBand[]];
/**
 * ks3: ages 11 to 14. ks4: 14 to 16. ks5: 16 to 18.
 */
export type AgeBand = 'ks3' | 'ks4' | 'ks5';
/**
 * Its place in the unit.
 */
export type Order = number;
/**
 * Whole minutes.
 */
export type Minutes = number;
/**
 * Which relation between two forms the generated cover shows.
 */
export type PictureOfTheCover =
  'level' | 'lean' | 'room' | 'meet' | 'uneven' | 'window' | 'shift' | 'shelter' | 'around';
/**
 * A list of ids, or one list for each age band (ks3:, ks4:, ks5:).
 *
 * @maxItems 24
 */
export type ListOfIds =
  | Id[]
  | {
      ks3?: Ids;
      ks4?: Ids;
      ks5?: Ids;
    };
/**
 * @maxItems 24
 */
export type Ids = Id[];
/**
 * draft until somebody has signed it off with pshe sign-off.
 */
export type Status = 'draft' | 'reviewed';
/**
 * A day, written year-month-day.
 */
export type Date = string;
/**
 * A list of texts, or one list for each age band (ks3:, ks4:, ks5:).
 *
 * @minItems 1
 * @maxItems 24
 */
export type ListOfTexts =
  | [Text, ...Text[]]
  | {
      ks3?: Lines;
      ks4?: Lines;
      ks5?: Lines;
    };
/**
 * A list of texts.
 *
 * @minItems 1
 * @maxItems 24
 */
export type Lines = [Words, ...Words[]];
/**
 * Ids of statements of the statutory guidance, or one list for each age band.
 *
 * @maxItems 24
 */
export type StatementsTaught =
  | Statement[]
  | {
      ks3?: StatementIds;
      ks4?: StatementIds;
      ks5?: StatementIds;
    };
/**
 * The id of a statement of the statutory guidance, as in reference/statements.yaml.
 */
export type Statement = string;
/**
 * @maxItems 24
 */
export type StatementIds = Statement[];
/**
 * none: everyday friendship. mild: quarrels, feelings. careful: pressure, consent, prejudice. sensitive: abuse, exploitation, images, violence.
 */
export type Level = 'none' | 'mild' | 'careful' | 'sensitive';
/**
 * no, or school-decides: whether a school may count it as sex education, from which parents may ask for withdrawal.
 */
export type SexEducation = 'no' | 'school-decides';
/**
 * New words, each explained before it is used.
 *
 * @minItems 1
 * @maxItems 8
 */
export type KeyWords = [
  {
    bands?: AgeBands;
    id: Id;
    word: Text;
    meaning: Text;
  },
  ...{
    bands?: AgeBands;
    id: Id;
    word: Text;
    meaning: Text;
  }[]
];
/**
 * What happens, from settle to close.
 *
 * @minItems 3
 * @maxItems 14
 */
export type Activities = [Activity, Activity, Activity, ...Activity[]];
/**
 * Lessons: settle, baseline, explore, practise, reflect, close. Tutor time: settle, look, think, help, close.
 */
export type Phase = 'settle' | 'baseline' | 'explore' | 'practise' | 'reflect' | 'close' | 'look' | 'think' | 'help';
/**
 * How pupils sit and work.
 */
export type Grouping = 'alone' | 'pairs' | 'threes' | 'groups' | 'whole class';
/**
 * true for the one activity that is hardest to bear.
 */
export type HardestPoint = boolean;
/**
 * What happens, in order, or one list for each age band.
 *
 * @minItems 1
 * @maxItems 30
 */
export type Steps =
  | [Step, ...Step[]]
  | {
      ks3?: StepList;
      ks4?: StepList;
      ks5?: StepList;
    };
/**
 * @minItems 1
 * @maxItems 30
 */
export type StepList = [Step, ...Step[]];
/**
 * One slide. The layout decides what else it holds. Numbers, help line and colours come by themselves.
 */
export type Slide =
  | SlideCover
  | SlideAgreement
  | SlideOutcomes
  | SlideWords
  | SlideQuestion
  | SlidePoints
  | SlideScenario
  | SlideTwoColumn
  | SlideLine
  | SlideTable
  | SlideKeyFact
  | SlideLaw
  | SlideTask
  | SlideCheck
  | SlidePicture
  | SlideHelp
  | SlideClose;
/**
 * One question or part of a worksheet, with its answer beside it. It always prints in black and white.
 */
export type WorksheetBlock =
  | WorksheetText
  | WorksheetLines
  | WorksheetTable
  | WorksheetTickTable
  | WorksheetMatch
  | WorksheetSort
  | WorksheetScale
  | WorksheetScenario
  | WorksheetGrid
  | WorksheetDraw
  | WorksheetCards;
/**
 * How many lines to write on.
 */
export type Lines1 = number;
/**
 * Where the claims of the lesson come from. The services and the law have their own.
 *
 * @minItems 1
 * @maxItems 12
 */
export type Sources = [Source, ...Source[]];
/**
 * The palette of all its posters and pictures, so that it is known by its colours: coral (without it), marigold with teal, fern green, mist blue or stone with olive.
 */
export type Colours = 'coral' | 'marigold' | 'fern' | 'mist' | 'stone';
/**
 * The name of a Phosphor icon; always shown beside words.
 */
export type Icon = string;
/**
 * bench: rounds sit on a long bench, one seat between them is free and lit. bowl: a bright round rests in a dark bowl. bubbles: a large speech bubble holds the headline, a small bright one answers it. buttons: three round buttons, each larger, with a pause sign, a tick and a speech bubble. channel: two bands with a way between them and two halves that nearly meet. leaf: a large leaf of two halves, a small speech bubble rests in it. path: a dark winding path passes bright lamps and leads to a large pale speech bubble. ribbon: a pale ribbon opens into a wide space, two rounds stand in it side by side. steps: a dark stair, a bright round on the first step and a pale one on the next.
 */
export type Picture1 = 'bench' | 'bowl' | 'bubbles' | 'buttons' | 'channel' | 'leaf' | 'path' | 'ribbon' | 'steps';
/**
 * Which document it becomes.
 */
export type Kind = 'parent-guide' | 'staff-briefing' | 'lead-sheet' | 'help-card';
/**
 * One part of a section of a guide.
 */
export type GuideBlock = GuideText | GuideList | GuideSteps | GuideOpeners | GuideSigns | GuideTable | GuideHelp;
export type Nation = 'england' | 'wales' | 'scotland' | 'northern-ireland';
/**
 * @minItems 1
 */
export type Words1 = [string, ...string[]];
/**
 * @minItems 1
 */
export type Readers = ['pupils' | 'parents' | 'public' | 'staff', ...('pupils' | 'parents' | 'public' | 'staff')[]];

/**
 * Every kind of file of a library, by kind.
 */
export interface Files {
  lesson: Lesson;
  session: TutorTimeSession;
  unit: Unit;
  campaign: Campaign;
  guide: Guide;
  profile: Profile;
  services: Services;
  statements: Statements;
  laws: LawSentences;
  days: AwarenessDays;
  bands: AgeBands1;
  topics: Topics;
  terms: Terms;
  frame: Frame;
  phrases: Phrases;
  people: People;
  limits: Limits;
  words: Words2;
  settings: Settings;
}
/**
 * One lesson of a unit: everything its teacher notes, slides and worksheets are made from.
 */
export interface Lesson {
  id: Id;
  title: Text;
  headline?: TitleAsItBreaks;
  bands: AgeBands;
  unit: Id;
  order: Order;
  minutes: Minutes;
  'split-after': Id;
  picture?: PictureOfTheCover;
  topics: ListOfIds;
  status: Status;
  updated: Date;
  'sign-off'?: SignOff;
  aim: Text;
  outcomes: ListOfTexts;
  statements: StatementsTaught;
  'law-topics'?: StatementsTaught;
  'content-guidance': ContentGuidance;
  'sex-education': SexEducation;
  'key-words': KeyWords;
  'prior-learning'?: Text;
  preparation: ListOfTexts;
  'staff-notes': ListOfTexts;
  care: Text;
  services: ListOfIds;
  activities: Activities;
  assessment: Assessment;
  'home-link': Text;
  sources: Sources;
}
/**
 * Written by pshe sign-off for a person with safeguarding responsibility, never by hand.
 */
export interface SignOff {
  /**
   * Name and role.
   */
  by: string;
  on: Date;
  /**
   * A check sum of each part that was read. When one no longer holds, this is a draft again.
   */
  read: {
    [k: string]: string;
  };
}
/**
 * How much care the content needs, for adults only; it is never shown to pupils.
 */
export interface ContentGuidance {
  level: Level;
  reason: Text;
}
/**
 * One part of a lesson or session: its steps, slides, worksheet and notes.
 */
export interface Activity {
  id: Id;
  bands?: AgeBands;
  title: Text;
  phase: Phase;
  minutes: Minutes;
  grouping: Grouping;
  /**
   * Which of the outcomes it teaches, by their number.
   *
   * @minItems 0
   * @maxItems 8
   */
  outcomes?: number[];
  statements?: StatementsTaught;
  hardest?: HardestPoint;
  materials?: ListOfTexts;
  steps: Steps;
  expect?: ListOfTexts;
  /**
   * What to say to a wrong, hurtful or difficult answer.
   *
   * @minItems 1
   * @maxItems 8
   */
  respond?: [Response, ...Response[]];
  /**
   * The slides of this activity, in the order in which steps show them.
   *
   * @minItems 1
   * @maxItems 12
   */
  slides?: [Slide, ...Slide[]];
  /**
   * The blocks of the worksheet that belong to this activity. Their numbers come by themselves.
   *
   * @minItems 1
   * @maxItems 8
   */
  worksheet?: [WorksheetBlock, ...WorksheetBlock[]];
  adapt?: Adaptations;
  safeguarding?: Text;
  'short-of-time'?: Text;
}
/**
 * One thing: say, do, ask, show, listen-for or routine; with bands where it is for some bands only.
 */
export interface Step {
  bands?: AgeBands;
  say?: Text;
  do?: Text;
  ask?: Text;
  show?: Id;
  'listen-for'?: Text;
  routine?: Id;
}
export interface Response {
  bands?: AgeBands;
  to: Text;
  with: Text;
}
/**
 * The first slide: the title over the picture of the unit. Words come from the lesson.
 */
export interface SlideCover {
  layout: 'cover';
  id: Id;
  bands?: AgeBands;
  notes: Text;
}
/**
 * The six lines of the class agreement, from the frame. Name lines that the class finishes itself.
 */
export interface SlideAgreement {
  layout: 'agreement';
  id: Id;
  bands?: AgeBands;
  'half-written'?: Ids;
  notes: Text;
}
/**
 * What pupils will be able to do, from the lesson's outcomes.
 */
export interface SlideOutcomes {
  layout: 'outcomes';
  id: Id;
  bands?: AgeBands;
  notes: Text;
}
/**
 * One to three key words of the lesson with their meanings.
 */
export interface SlideWords {
  layout: 'words';
  id: Id;
  bands?: AgeBands;
  title?: Text;
  words: ListOfIds;
  notes: Text;
}
/**
 * One big question on coloured ground.
 */
export interface SlideQuestion {
  layout: 'question';
  id: Id;
  bands?: AgeBands;
  question: ListOfTexts;
  how: ListOfTexts;
  notes: Text;
}
/**
 * A heading and two to five short points.
 */
export interface SlidePoints {
  layout: 'points';
  id: Id;
  bands?: AgeBands;
  title: Text;
  points: ListOfTexts;
  aside?: Text;
  notes: Text;
}
/**
 * A short story about invented people, at most 35 words, and two or three questions.
 */
export interface SlideScenario {
  layout: 'scenario';
  id: Id;
  bands?: AgeBands;
  title: Text;
  story: ListOfTexts;
  ask?: Text;
  questions: ListOfTexts;
  picture?: Picture;
  notes: Text;
}
export interface Picture {
  /**
   * An SVG, PNG or JPEG file, named from the folder of this YAML file.
   */
  file: string;
  alt: Text;
}
/**
 * Two panels side by side: what helps and what does not, one idea and the other.
 */
export interface SlideTwoColumn {
  layout: 'two-column';
  id: Id;
  bands?: AgeBands;
  title: Text;
  left: Panel;
  right: Panel;
  notes: Text;
}
export interface Panel {
  heading: Text;
  lines: ListOfTexts;
  outcome?: Text;
}
/**
 * A statement and a line from one end to the other, such as agree to disagree.
 */
export interface SlideLine {
  layout: 'line';
  id: Id;
  bands?: AgeBands;
  title: Text;
  left: Text;
  middle?: Text;
  right: Text;
  how: Text;
  notes: Text;
}
/**
 * A small table: two to four columns, up to five rows.
 */
export interface SlideTable {
  layout: 'table';
  id: Id;
  bands?: AgeBands;
  title: Text;
  columns: ListOfTexts;
  /**
   * The rows, each with as many cells as there are headings.
   *
   * @minItems 1
   * @maxItems 5
   */
  rows: [ListOfTexts, ...ListOfTexts[]];
  notes: Text;
}
/**
 * One true sentence in large letters, and one that supports it.
 */
export interface SlideKeyFact {
  layout: 'key-fact';
  id: Id;
  bands?: AgeBands;
  fact: Text;
  support: Text;
  notes: Text;
}
/**
 * What the law says, by reference to reference/laws.yaml, and who is responsible.
 */
export interface SlideLaw {
  layout: 'law';
  id: Id;
  bands?: AgeBands;
  title: Text;
  law: Id;
  responsible: Text;
  service: Id;
  notes: Text;
}
/**
 * What to do, in up to four steps, with the minutes it takes.
 */
export interface SlideTask {
  layout: 'task';
  id: Id;
  bands?: AgeBands;
  title: Text;
  minutes: Minutes;
  steps: ListOfTexts;
  materials?: Text;
  notes: Text;
}
/**
 * A quick check: one question and two to four answers. The right ones are for the teacher only.
 */
export interface SlideCheck {
  layout: 'check';
  id: Id;
  bands?: AgeBands;
  title: Text;
  options: ListOfTexts;
  answer: Text;
  notes: Text;
}
/**
 * A picture or diagram with a heading and one or two lines.
 */
export interface SlidePicture {
  layout: 'picture';
  id: Id;
  bands?: AgeBands;
  title: Text;
  picture: Picture;
  lines: ListOfTexts;
  notes: Text;
}
/**
 * Who helps, in school and outside, from the profile and the lesson's services. For early in a careful or sensitive lesson.
 */
export interface SlideHelp {
  layout: 'help';
  id: Id;
  bands?: AgeBands;
  title?: Text;
  notes: Text;
}
/**
 * The last slide: help, calm, on deep ground. It stays until the room is empty.
 */
export interface SlideClose {
  layout: 'close';
  id: Id;
  bands?: AgeBands;
  title?: ListOfTexts;
  notes: Text;
}
/**
 * Words to read.
 */
export interface WorksheetText {
  layout: 'text';
  id: Id;
  bands?: AgeBands;
  text: Text;
}
/**
 * A question and empty lines.
 */
export interface WorksheetLines {
  layout: 'lines';
  id: Id;
  bands?: AgeBands;
  instruction: Text;
  starter?: Text;
  lines: Lines1;
  answer: Text;
}
/**
 * A table with cells to fill. A cell with the text … is left empty.
 */
export interface WorksheetTable {
  layout: 'table';
  id: Id;
  bands?: AgeBands;
  instruction: Text;
  columns: ListOfTexts;
  /**
   * The rows, each with as many cells as there are headings; … for an empty cell.
   *
   * @minItems 1
   * @maxItems 12
   */
  rows: [ListOfTexts, ...ListOfTexts[]];
  answer: Text;
}
/**
 * One tick in each row.
 */
export interface WorksheetTickTable {
  layout: 'tick-table';
  id: Id;
  bands?: AgeBands;
  instruction: Text;
  heading: Text;
  columns: ListOfTexts;
  /**
   * The rows.
   *
   * @minItems 1
   * @maxItems 12
   */
  rows: [
    {
      text: Text;
      answer: Text;
      why?: Text;
    },
    ...{
      text: Text;
      answer: Text;
      why?: Text;
    }[]
  ];
}
/**
 * Two columns to join with lines. The right column is mixed by itself.
 */
export interface WorksheetMatch {
  layout: 'match';
  id: Id;
  bands?: AgeBands;
  instruction: Text;
  left: Text;
  right: Text;
  /**
   * What belongs together.
   *
   * @minItems 2
   * @maxItems 10
   */
  pairs: [
    {
      left: Text;
      right: Text;
    },
    {
      left: Text;
      right: Text;
    },
    ...{
      left: Text;
      right: Text;
    }[]
  ];
}
/**
 * Items to put into boxes.
 */
export interface WorksheetSort {
  layout: 'sort';
  id: Id;
  bands?: AgeBands;
  instruction: Text;
  boxes: ListOfTexts;
  /**
   * What is sorted.
   *
   * @minItems 2
   * @maxItems 16
   */
  items: [
    {
      text: Text;
      box: Text;
      why?: Text;
    },
    {
      text: Text;
      box: Text;
      why?: Text;
    },
    ...{
      text: Text;
      box: Text;
      why?: Text;
    }[]
  ];
}
/**
 * Items to mark on a line between two ends.
 */
export interface WorksheetScale {
  layout: 'scale';
  id: Id;
  bands?: AgeBands;
  instruction: Text;
  left: Text;
  right: Text;
  /**
   * What is put on the scale.
   *
   * @minItems 1
   * @maxItems 10
   */
  items: [
    {
      text: Text;
      answer: Text;
    },
    ...{
      text: Text;
      answer: Text;
    }[]
  ];
}
/**
 * A short story about invented people, with questions.
 */
export interface WorksheetScenario {
  layout: 'scenario';
  id: Id;
  bands?: AgeBands;
  instruction: Text;
  story: ListOfTexts;
  /**
   * Questions about the story, each with lines to write on.
   *
   * @minItems 1
   * @maxItems 6
   */
  questions: [
    {
      ask: Text;
      /**
       * How many lines to write on.
       */
      lines: number;
      answer: Text;
    },
    ...{
      ask: Text;
      /**
       * How many lines to write on.
       */
      lines: number;
      answer: Text;
    }[]
  ];
}
/**
 * Two to six boxes to write in.
 */
export interface WorksheetGrid {
  layout: 'grid';
  id: Id;
  bands?: AgeBands;
  instruction: Text;
  /**
   * The boxes, each with its heading.
   *
   * @minItems 2
   * @maxItems 6
   */
  boxes: [
    {
      heading: Text;
      prompt?: Text;
      answer: Text;
    },
    {
      heading: Text;
      prompt?: Text;
      answer: Text;
    },
    ...{
      heading: Text;
      prompt?: Text;
      answer: Text;
    }[]
  ];
}
/**
 * A large round outline: some words go inside, others outside.
 */
export interface WorksheetDraw {
  layout: 'draw';
  id: Id;
  bands?: AgeBands;
  instruction: Text;
  inside: Text;
  outside: Text;
  answer: Text;
}
/**
 * Cards to cut, two by three on a page. With answers they go on the answer sheet; without, they are for keeping.
 */
export interface WorksheetCards {
  layout: 'cards';
  id: Id;
  bands?: AgeBands;
  title: Text;
  prompt?: Text;
  /**
   * The cards, two or three words to three short lines each.
   *
   * @minItems 1
   * @maxItems 24
   */
  cards: [
    {
      id: Id;
      bands?: AgeBands;
      text: Text;
      answer?: Text;
    },
    ...{
      id: Id;
      bands?: AgeBands;
      text: Text;
      answer?: Text;
    }[]
  ];
}
/**
 * How to make it fit pupils who need more help, more to think about, or another way in.
 */
export interface Adaptations {
  support?: Text;
  stretch?: Text;
  send?: Text;
}
/**
 * The same question before and after: about ideas, never about own life.
 */
export interface Assessment {
  question: Text;
  again: Text;
  secure: Text;
  nearly: Text;
  'not-yet': Text;
}
/**
 * Where a claim comes from.
 */
export interface Source {
  /**
   * The title of the page or publication.
   */
  title: string;
  /**
   * Who published it.
   */
  by: string;
  /**
   * When it was published or last changed, in words.
   */
  date?: string;
  /**
   * Its address, with https://.
   */
  link?: string;
}
/**
 * A short session for an awareness day. It opens or revisits a unit and never replaces one.
 */
export interface TutorTimeSession {
  id: Id;
  title: Text;
  headline?: TitleAsItBreaks;
  bands: AgeBands;
  day: Id;
  revisits?: ListOfIds;
  minutes: Minutes;
  picture?: PictureOfTheCover;
  topics: ListOfIds;
  status: Status;
  updated: Date;
  'sign-off'?: SignOff;
  aim: Text;
  outcomes: ListOfTexts;
  statements: StatementsTaught;
  'content-guidance': ContentGuidance;
  'sex-education': SexEducation;
  'key-words'?: KeyWords;
  'prior-learning'?: Text;
  preparation: ListOfTexts;
  'staff-notes': ListOfTexts;
  care: Text;
  services: ListOfIds;
  activities: Activities;
  sources: Sources;
}
/**
 * A few lessons that belong together, taught in order.
 */
export interface Unit {
  id: Id;
  title: Text;
  headline?: TitleAsItBreaks;
  bands: AgeBands;
  /**
   * Its place in the programme.
   */
  order: number;
  /**
   * Year groups, in words.
   */
  years: string;
  picture: PictureOfTheCover;
  status: Status;
  updated: Date;
  'sign-off'?: SignOff;
  overview: Text;
  when: Text;
  /**
   * Questions for the end of the unit, with the mark scheme.
   *
   * @minItems 3
   * @maxItems 6
   */
  questions?: [
    {
      lesson: Id;
      question: Text;
      secure: Text;
      nearly: Text;
      'not-yet': Text;
    },
    {
      lesson: Id;
      question: Text;
      secure: Text;
      nearly: Text;
      'not-yet': Text;
    },
    {
      lesson: Id;
      question: Text;
      secure: Text;
      nearly: Text;
      'not-yet': Text;
    },
    ...{
      lesson: Id;
      question: Text;
      secure: Text;
      nearly: Text;
      'not-yet': Text;
    }[]
  ];
}
/**
 * Posters and pictures for an awareness day.
 */
export interface Campaign {
  id: Id;
  title: Text;
  day: Id;
  status: Status;
  updated: Date;
  'sign-off'?: SignOff;
  topics: ListOfIds;
  message: Text;
  colours?: Colours;
  /**
   * Only hashtags that the organiser uses, in quotation marks.
   *
   * @minItems 0
   * @maxItems 3
   */
  hashtags?: string[];
  /**
   * The posters, each for one place and its readers.
   *
   * @minItems 1
   * @maxItems 4
   */
  posters: [Poster, ...Poster[]];
  /**
   * Pictures for social media and screens, each made from one of the posters.
   *
   * @minItems 0
   * @maxItems 4
   */
  social?: SocialPicture[];
  /**
   * Where what the campaign says comes from.
   *
   * @minItems 1
   * @maxItems 12
   */
  sources: [Source, ...Source[]];
}
export interface Poster {
  id: Id;
  /**
   * Who reads it.
   */
  audience: 'pupils' | 'public' | 'staff';
  bands: AgeBands;
  hangs: Text;
  /**
   * The headline in one to four short lines, broken by sense.
   *
   * @minItems 1
   * @maxItems 4
   */
  headline: [string, ...string[]];
  lines: ListOfTexts;
  heading?: Text;
  signs?: Signs;
  do: Text;
  /**
   * Ids of services in order. school is the person in school; local is the council of the profile.
   *
   * @minItems 1
   * @maxItems 6
   */
  services: [Id, ...Id[]];
  picture: Picture1;
  alt: Text;
}
/**
 * Up to four signs, each a few words with an icon, for grown-ups who may notice something.
 */
export interface Signs {
  heading: Text;
  /**
   * The signs.
   *
   * @minItems 2
   * @maxItems 6
   */
  items: [
    {
      icon: Icon;
      text: Text;
    },
    {
      icon: Icon;
      text: Text;
    },
    ...{
      icon: Icon;
      text: Text;
    }[]
  ];
  note: Text;
}
export interface SocialPicture {
  id: Id;
  poster: Id;
  /**
   * The words of the post. $link counts as 30 characters.
   */
  post: string;
  alt: Text;
}
/**
 * A document for adults, or the help card: parents, staff, safeguarding lead.
 */
export interface Guide {
  id: Id;
  title: Text;
  headline?: TitleAsItBreaks;
  kind: Kind;
  bands?: AgeBands;
  status: Status;
  updated: Date;
  'sign-off'?: SignOff;
  picture: PictureOfTheCover;
  intro: Text;
  /**
   * The sections, each with a heading.
   *
   * @minItems 1
   * @maxItems 20
   */
  sections: [Section, ...Section[]];
  /**
   * Ids of services in order. school is the person in school; local is the council of the profile.
   *
   * @minItems 1
   * @maxItems 6
   */
  services: [Id, ...Id[]];
  /**
   * Where what the guide says comes from.
   *
   * @minItems 1
   * @maxItems 12
   */
  sources: [Source, ...Source[]];
}
export interface Section {
  id: Id;
  heading: Text;
  minutes?: Minutes;
  /**
   * What the section holds.
   *
   * @minItems 1
   * @maxItems 8
   */
  blocks: [GuideBlock, ...GuideBlock[]];
  /**
   * Slides for a briefing that show this section.
   *
   * @minItems 1
   * @maxItems 6
   */
  slides?: [Slide, ...Slide[]];
}
/**
 * One or more paragraphs.
 */
export interface GuideText {
  layout: 'text';
  id: Id;
  bands?: AgeBands;
  text: ListOfTexts;
}
/**
 * A list without order.
 */
export interface GuideList {
  layout: 'list';
  id: Id;
  bands?: AgeBands;
  items: ListOfTexts;
}
/**
 * A numbered list.
 */
export interface GuideSteps {
  layout: 'steps';
  id: Id;
  bands?: AgeBands;
  steps: ListOfTexts;
}
/**
 * Sentences to try.
 */
export interface GuideOpeners {
  layout: 'openers';
  id: Id;
  bands?: AgeBands;
  openers: ListOfTexts;
}
/**
 * What one may notice; always with the sentence that a sign is no proof.
 */
export interface GuideSigns {
  layout: 'signs';
  id: Id;
  bands?: AgeBands;
  /**
   * The signs, each with its icon.
   *
   * @minItems 2
   * @maxItems 14
   */
  items: [
    {
      icon: Icon;
      text: Text;
    },
    {
      icon: Icon;
      text: Text;
    },
    ...{
      icon: Icon;
      text: Text;
    }[]
  ];
  note: Text;
}
/**
 * A table with headings.
 */
export interface GuideTable {
  layout: 'table';
  id: Id;
  bands?: AgeBands;
  heading?: Text;
  columns: ListOfTexts;
  /**
   * The rows, each with as many cells as there are headings.
   *
   * @minItems 1
   * @maxItems 14
   */
  rows: [ListOfTexts, ...ListOfTexts[]];
}
/**
 * Who helps, by id.
 */
export interface GuideHelp {
  layout: 'help';
  id: Id;
  bands?: AgeBands;
  /**
   * Ids of services in order. school is the person in school; local is the council of the profile.
   *
   * @minItems 1
   * @maxItems 6
   */
  services: [Id, ...Id[]];
}
/**
 * A school or council: its people, places and numbers.
 */
export interface Profile {
  id: Id;
  /**
   * The name as it stands on documents.
   */
  name: string;
  /**
   * school, or council.
   */
  kind: 'school' | 'council';
  nation: Nation;
  'youngest-band'?: AgeBand;
  adult?: Person;
  lead?: Person1;
  /**
   * Who stands in for the safeguarding lead.
   *
   * @minItems 1
   * @maxItems 6
   */
  deputies?: [Person2, ...Person2[]];
  /**
   * Where a pupil may go; an adult is there.
   */
  'quiet-place'?: string;
  /**
   * The page with help, without https://.
   */
  link?: string;
  /**
   * Logos in the order in which they stand.
   *
   * @minItems 1
   * @maxItems 4
   */
  logos?: [Picture, ...Picture[]];
  /**
   * Brand colour as #RRGGBB, in quotation marks.
   */
  colour?: string;
  /**
   * Local services.
   *
   * @minItems 1
   * @maxItems 8
   */
  services?: [Service, ...Service[]];
  local?: Id;
  'leave-out'?: LeftOut;
}
/**
 * The named adult whom pupils can talk to.
 */
export interface Person {
  /**
   * The name as pupils say it.
   */
  name: string;
  /**
   * What the adult does in school.
   */
  role?: string;
  /**
   * Room and when, in a few words.
   */
  where?: string;
}
/**
 * The designated safeguarding lead.
 */
export interface Person1 {
  /**
   * The name as pupils say it.
   */
  name: string;
  /**
   * What the lead is called in school.
   */
  role?: string;
  /**
   * Room and when, in a few words.
   */
  where?: string;
}
export interface Person2 {
  /**
   * The name as pupils say it.
   */
  name: string;
  /**
   * What the deputy does in school.
   */
  role?: string;
  /**
   * Room and when, in a few words.
   */
  where?: string;
}
/**
 * Somebody to turn to outside school.
 */
export interface Service {
  id: Id;
  /**
   * The name that it goes by.
   */
  name: string;
  /**
   * Who it is for, in a few words.
   */
  for: string;
  /**
   * What it does, in one plain sentence.
   */
  what: string;
  /**
   * The number as people read it.
   */
  phone?: string;
  /**
   * How to text it, in words.
   */
  text?: string;
  /**
   * The address without https://.
   */
  web?: string;
  /**
   * A few words that stand under the number.
   */
  note?: string;
  bands: AgeBands;
  /**
   * Who may turn to it. A service that is not for pupils is never shown to them.
   *
   * @minItems 1
   */
  audience: ['pupils' | 'adults', ...('pupils' | 'adults')[]];
  /**
   * Where it can be reached.
   *
   * @minItems 1
   */
  nations: [Nation, ...Nation[]];
  retired?: Retired;
  proof: Proof;
}
/**
 * For a service that has closed or changed its name: it is never shown, and the check says whom to name instead.
 */
export interface Retired {
  since: Date;
  instead?: Id;
}
/**
 * How well a fact is known. What is unverified or conflicting is not printed: a day then has no date, and services and law sentences are errors.
 */
export interface Proof {
  /**
   * Whose publication says so.
   */
  source: string;
  /**
   * verified: in the body's own publication. reported: in another source that quotes it. conflicting: sources disagree. unverified: nobody has looked.
   */
  mark: 'verified' | 'reported' | 'conflicting' | 'unverified';
  checked: Date;
}
/**
 * What this school does not teach.
 */
export interface LeftOut {
  lessons?: Ids;
  /**
   * Lesson id / activity id.
   *
   * @minItems 1
   * @maxItems 20
   */
  activities?: [string, ...string[]];
}
/**
 * Everyone a document may send people to. Numbers and addresses live here and nowhere else.
 */
export interface Services {
  updated: Date;
  /**
   * The services.
   *
   * @minItems 1
   */
  services: [Service, ...Service[]];
}
/**
 * The statements of the statutory guidance, in our own words.
 */
export interface Statements {
  updated: Date;
  /**
   * The statements of the guidance.
   *
   * @minItems 1
   */
  statements: [
    {
      id: Statement;
      /**
       * The part of the guidance it stands in.
       */
      strand: string;
      /**
       * core: taught in at least two bands. near: touched on. law: a topic of the law.
       */
      weight: 'core' | 'near' | 'law';
      /**
       * What pupils should know, in short.
       */
      text: string;
    },
    ...{
      id: Statement;
      /**
       * The part of the guidance it stands in.
       */
      strand: string;
      /**
       * core: taught in at least two bands. near: touched on. law: a topic of the law.
       */
      weight: 'core' | 'near' | 'law';
      /**
       * What pupils should know, in short.
       */
      text: string;
    }[]
  ];
  /**
   * The guidance they are taken from.
   */
  guidance: {
    /**
     * Its title.
     */
    title: string;
    /**
     * When it was issued.
     */
    issued: string;
    'in-force': Date;
    proof: Proof;
  };
}
/**
 * What the law says, in sentences that are safe for pupils. Taught as protection.
 */
export interface LawSentences {
  updated: Date;
  /**
   * The sentences.
   *
   * @minItems 1
   */
  laws: [
    {
      id: Id;
      /**
       * The sentence, as it may be printed.
       */
      text: string;
      bands: AgeBands;
      /**
       * Who may be told; without it pupils and adults.
       *
       * @minItems 1
       */
      audience?: ['pupils' | 'adults', ...('pupils' | 'adults')[]];
      proof: Proof;
    },
    ...{
      id: Id;
      /**
       * The sentence, as it may be printed.
       */
      text: string;
      bands: AgeBands;
      /**
       * Who may be told; without it pupils and adults.
       *
       * @minItems 1
       */
      audience?: ['pupils' | 'adults', ...('pupils' | 'adults')[]];
      proof: Proof;
    }[]
  ];
}
/**
 * The days, with dated entries. No date is ever worked out by a formula.
 */
export interface AwarenessDays {
  updated: Date;
  /**
   * The awareness days.
   *
   * @minItems 1
   */
  days: [
    {
      id: Id;
      /**
       * The name as its organiser writes it.
       */
      name: string;
      /**
       * Who calls for the day.
       */
      organiser?: string;
      /**
       * Each year's date, the earliest first; past ones may stay.
       *
       * @minItems 1
       * @maxItems 12
       */
      dates: [Occurrence, ...Occurrence[]];
      'look-again'?: Date;
      /**
       * The hashtag that the organiser uses, in quotation marks.
       */
      hashtag?: string;
      proof: Proof;
    },
    ...{
      id: Id;
      /**
       * The name as its organiser writes it.
       */
      name: string;
      /**
       * Who calls for the day.
       */
      organiser?: string;
      /**
       * Each year's date, the earliest first; past ones may stay.
       *
       * @minItems 1
       * @maxItems 12
       */
      dates: [Occurrence, ...Occurrence[]];
      'look-again'?: Date;
      /**
       * The hashtag that the organiser uses, in quotation marks.
       */
      hashtag?: string;
      proof: Proof;
    }[]
  ];
}
export interface Occurrence {
  on: Date;
  marked?: Date;
}
/**
 * The three bands and their reading levels.
 */
export interface AgeBands1 {
  updated: Date;
  /**
   * The bands, from the youngest.
   *
   * @minItems 1
   */
  bands: [
    {
      id: AgeBand;
      /**
       * What people call it.
       */
      name: string;
      /**
       * The ages, in words.
       */
      ages: string;
      /**
       * The school years, in words.
       */
      years: string;
      /**
       * How hard texts for pupils of this band may be to read.
       */
      reading: {
        /**
         * Words in a sentence on average, at most.
         */
        average: number;
        /**
         * Words in the longest sentence, at most.
         */
        longest: number;
        /**
         * Words of three syllables or more, per cent, at most.
         */
        'long-words': number;
      };
    },
    ...{
      id: AgeBand;
      /**
       * What people call it.
       */
      name: string;
      /**
       * The ages, in words.
       */
      ages: string;
      /**
       * The school years, in words.
       */
      years: string;
      /**
       * How hard texts for pupils of this band may be to read.
       */
      reading: {
        /**
         * Words in a sentence on average, at most.
         */
        average: number;
        /**
         * Words in the longest sentence, at most.
         */
        longest: number;
        /**
         * Words of three syllables or more, per cent, at most.
         */
        'long-words': number;
      };
    }[]
  ];
}
/**
 * Each topic with its youngest band, and the level of care it needs at least.
 */
export interface Topics {
  updated: Date;
  /**
   * The topics.
   *
   * @minItems 1
   */
  topics: [
    {
      id: Id;
      /**
       * What people call it.
       */
      name: string;
      youngest: AgeBand;
      /**
       * How much content guidance a lesson on it needs, at least.
       */
      level: 'none' | 'mild' | 'careful' | 'sensitive';
      /**
       * Why.
       */
      reason: string;
      /**
       * The statements of the guidance that it belongs to.
       *
       * @minItems 1
       */
      statements: [Statement, ...Statement[]];
      words?: Words1;
    },
    ...{
      id: Id;
      /**
       * What people call it.
       */
      name: string;
      youngest: AgeBand;
      /**
       * How much content guidance a lesson on it needs, at least.
       */
      level: 'none' | 'mild' | 'careful' | 'sensitive';
      /**
       * Why.
       */
      reason: string;
      /**
       * The statements of the guidance that it belongs to.
       *
       * @minItems 1
       */
      statements: [Statement, ...Statement[]];
      words?: Words1;
    }[]
  ];
}
/**
 * Words to avoid and what to write instead, with the reason.
 */
export interface Terms {
  updated: Date;
  /**
   * Words to avoid, each with the better ones.
   *
   * @minItems 1
   */
  terms: [
    {
      id: Id;
      avoid: Words1;
      /**
       * What to write instead.
       */
      prefer: string;
      /**
       * Why, in a few words.
       */
      reason: string;
      /**
       * always: wherever it stands. near: with a companion in the same sentence. ask: listed for reviewers, never a finding.
       */
      match: 'always' | 'near' | 'ask';
      near?: Words1;
      unless?: Words1;
      audience?: Readers;
      /**
       * The words that can take the place of those found, in every case.
       */
      fix?: string;
      /**
       * error: never in documents for pupils and parents. warn: a person decides.
       */
      level: 'error' | 'warn';
      proof: Proof;
    },
    ...{
      id: Id;
      avoid: Words1;
      /**
       * What to write instead.
       */
      prefer: string;
      /**
       * Why, in a few words.
       */
      reason: string;
      /**
       * always: wherever it stands. near: with a companion in the same sentence. ask: listed for reviewers, never a finding.
       */
      match: 'always' | 'near' | 'ask';
      near?: Words1;
      unless?: Words1;
      audience?: Readers;
      /**
       * The words that can take the place of those found, in every case.
       */
      fix?: string;
      /**
       * error: never in documents for pupils and parents. warn: a person decides.
       */
      level: 'error' | 'warn';
      proof: Proof;
    }[]
  ];
}
/**
 * What every lesson shares: agreement, lines to say, routines, what to do when a pupil tells.
 */
export interface Frame {
  updated: Date;
  /**
   * The lines of the class agreement.
   *
   * @minItems 6
   * @maxItems 6
   */
  agreement: [
    {
      id: Id;
      icon: Icon;
      /**
       * What everybody promises, as it stands on the slide.
       */
      promise: string;
      /**
       * Why, in a few words.
       */
      reason: string;
      /**
       * The half-written form.
       */
      starter: string;
    },
    {
      id: Id;
      icon: Icon;
      /**
       * What everybody promises, as it stands on the slide.
       */
      promise: string;
      /**
       * Why, in a few words.
       */
      reason: string;
      /**
       * The half-written form.
       */
      starter: string;
    },
    {
      id: Id;
      icon: Icon;
      /**
       * What everybody promises, as it stands on the slide.
       */
      promise: string;
      /**
       * Why, in a few words.
       */
      reason: string;
      /**
       * The half-written form.
       */
      starter: string;
    },
    {
      id: Id;
      icon: Icon;
      /**
       * What everybody promises, as it stands on the slide.
       */
      promise: string;
      /**
       * Why, in a few words.
       */
      reason: string;
      /**
       * The half-written form.
       */
      starter: string;
    },
    {
      id: Id;
      icon: Icon;
      /**
       * What everybody promises, as it stands on the slide.
       */
      promise: string;
      /**
       * Why, in a few words.
       */
      reason: string;
      /**
       * The half-written form.
       */
      starter: string;
    },
    {
      id: Id;
      icon: Icon;
      /**
       * What everybody promises, as it stands on the slide.
       */
      promise: string;
      /**
       * Why, in a few words.
       */
      reason: string;
      /**
       * The half-written form.
       */
      starter: string;
    },
    ...{
      id: Id;
      icon: Icon;
      /**
       * What everybody promises, as it stands on the slide.
       */
      promise: string;
      /**
       * Why, in a few words.
       */
      reason: string;
      /**
       * The half-written form.
       */
      starter: string;
    }[]
  ];
  /**
   * Lines that marks refer to: $frame.safety.
   *
   * @minItems 1
   */
  lines: [
    {
      id: Id;
      text: Text;
    },
    ...{
      id: Id;
      text: Text;
    }[]
  ];
  /**
   * Notes for staff that return in many lessons; marks refer to them as to lines.
   *
   * @minItems 1
   */
  notes?: [
    {
      id: Id;
      text: Text;
    },
    ...{
      id: Id;
      text: Text;
    }[]
  ];
  /**
   * Steps that return in many lessons, such as settle and close. A step names one by its id.
   *
   * @minItems 1
   */
  routines: [
    {
      id: Id;
      /**
       * What it is called.
       */
      title: string;
      /**
       * Its steps.
       *
       * @minItems 1
       */
      steps: [Step, ...Step[]];
    },
    ...{
      id: Id;
      /**
       * What it is called.
       */
      title: string;
      /**
       * Its steps.
       *
       * @minItems 1
       */
      steps: [Step, ...Step[]];
    }[]
  ];
  /**
   * What a teacher does when a pupil tells something, step by step.
   *
   * @minItems 4
   * @maxItems 10
   */
  'if-a-pupil-tells': [Text, Text, Text, Text, ...Text[]];
  'agreed-care': ListOfTexts;
}
/**
 * Words that rules of the check look for, a list for each rule, with what to write instead.
 */
export interface Phrases {
  updated: Date;
  /**
   * The lists.
   *
   * @minItems 1
   */
  phrases: [
    {
      id: Id;
      /**
       * Why these words, and who says so.
       */
      source: string;
      /**
       * What is looked for.
       *
       * @minItems 1
       */
      entries: [Phrase, ...Phrase[]];
    },
    ...{
      id: Id;
      /**
       * Why these words, and who says so.
       */
      source: string;
      /**
       * What is looked for.
       *
       * @minItems 1
       */
      entries: [Phrase, ...Phrase[]];
    }[]
  ];
}
export interface Phrase {
  avoid: Words1;
  /**
   * What to write instead, as advice.
   */
  instead: string;
  near?: Words1;
  unless?: Words1;
  audience?: Readers;
  /**
   * The words that can take the place of those found, in every case.
   */
  fix?: string;
}
/**
 * Names of invented people in stories, so that the check can count who is in them.
 */
export interface People {
  updated: Date;
  /**
   * The people.
   *
   * @minItems 1
   */
  people: [
    {
      id: Id;
      /**
       * The name.
       */
      name: string;
      /**
       * As the stories tell it.
       */
      sex: 'female' | 'male' | 'open';
    },
    ...{
      id: Id;
      /**
       * The name.
       */
      name: string;
      /**
       * As the stories tell it.
       */
      sex: 'female' | 'male' | 'open';
    }[]
  ];
}
/**
 * Numbers that rules of the check compare with.
 */
export interface Limits {
  updated: Date;
  reading: ReadingLevels;
  'words-on-a-slide': ByBand;
  /**
   * Fewest minutes of an activity for each of its slides.
   */
  'minutes-for-a-slide': number;
  /**
   * Least share of the minutes, in per cent, in which pupils talk or write.
   */
  'active-share': number;
  sexes: Share;
  /**
   * After how many months a service or law sentence has to be looked at again.
   */
  'months-since-checked': number;
  'letters-of-alt': Letters;
  'key-words': ByBand;
  /**
   * Least contrast of a profile’s colour with paper, as WCAG counts it.
   */
  'contrast-of-colour': number;
}
/**
 * How easy texts are to read that are not for one band.
 */
export interface ReadingLevels {
  help: ReadingLevel;
  posters: ReadingLevel;
  parents: ReadingLevel;
  staff: ReadingLevel;
}
export interface ReadingLevel {
  /**
   * Words a sentence, on average.
   */
  average: number;
  /**
   * Most words of a sentence.
   */
  longest: number;
  /**
   * Most words of three or more syllables, in per cent.
   */
  'long-words': number;
}
export interface ByBand {
  /**
   * For ks3.
   */
  ks3: number;
  /**
   * For ks4.
   */
  ks4: number;
  /**
   * For ks5.
   */
  ks5: number;
}
/**
 * Least and greatest share of girls and women among the people of a unit’s stories, in per cent.
 */
export interface Share {
  /**
   * At least, in per cent.
   */
  least: number;
  /**
   * At most, in per cent.
   */
  greatest: number;
  /**
   * Fewest people from which on it is counted.
   */
  people: number;
}
/**
 * Fewest and most letters of words that stand for a picture.
 */
export interface Letters {
  /**
   * At least.
   */
  least: number;
  /**
   * At most.
   */
  most: number;
}
/**
 * Words that are spelled right and that no dictionary has: names of services, words of young people.
 */
export interface Words2 {
  updated: Date;
  /**
   * The words, each in every form in which it is used.
   *
   * @minItems 1
   */
  words: [string, ...string[]];
}
/**
 * pshe.yaml, beside lessons/: what the commands do in this folder where their options say nothing else.
 */
export interface Settings {
  /**
   * Schools or councils that documents are made for: ids, or files and folders counted from this folder. Empty means for no school in particular.
   *
   * @minItems 0
   * @maxItems 20
   *
   * Items: An id, or a file or folder inside this folder, with forward slashes.
   */
  profile?: string[];
  /**
   * The folder for documents, inside this folder.
   */
  out?: string;
  /**
   * More warnings than this count as failure of “pshe check”.
   */
  'max-warnings'?: number;
  /**
   * The file with the findings that “pshe check” leaves out, inside this folder; --baseline names another. Write it with --update-baseline.
   */
  baseline?: string;
  rules?: Rules;
}
/**
 * How much single rules weigh: off, warn or error. See “pshe list rules”.
 */
export interface Rules {
  [k: string]: 'off' | 'warn' | 'error';
}
