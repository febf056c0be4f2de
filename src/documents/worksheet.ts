import type { Activity, WorksheetBlock } from '../library/types.js';
import type { ForBand } from '../select/age-gate.js';
import type { SelectedPlan } from '../select/select.js';
import type { Status } from '../sign-off/state.js';
import type { Helper } from './common.js';
import { artOf, footLine, headlineOf, helpersFor, planBase } from './common.js';
import type { BaseModel, PlanKind } from './kind.js';

/** A block of a worksheet as template and answer sheet show it. */
export interface BlockModel {
  layout: WorksheetBlock['layout'];
  at: string;
  /** The id of the activity it belongs to. */
  activity: string;
  /** The number of the question; null for blocks that ask nothing. */
  number: number | null;
  content: BlockContent;
}

type Block<Layout extends WorksheetBlock['layout']> = ForBand<Extract<WorksheetBlock, { layout: Layout }>>;

type BlockContent =
  | { layout: 'text'; text: string }
  | { layout: 'lines'; instruction: string; starter: string | null; lines: number[]; answer: string }
  | { layout: 'table'; instruction: string; columns: string[]; rows: string[][]; answer: string }
  | {
      layout: 'tick-table';
      instruction: string;
      heading: string;
      columns: string[];
      rows: { text: string; ticks: { column: string; right: boolean }[]; answer: string; why: string | null }[];
    }
  | {
      layout: 'match';
      instruction: string;
      left: string;
      right: string;
      rows: { number: number; left: string; letter: string; right: string }[];
      answers: { number: number; letter: string; left: string; right: string }[];
    }
  | {
      layout: 'sort';
      instruction: string;
      items: string[];
      boxes: { name: string; items: { text: string; why: string | null }[] }[];
      other: { text: string; box: string; why: string | null }[];
    }
  | { layout: 'scale'; instruction: string; left: string; right: string; items: { text: string; answer: string }[] }
  | {
      layout: 'scenario';
      instruction: string;
      story: string[];
      questions: { ask: string; lines: number[]; answer: string }[];
    }
  | { layout: 'grid'; instruction: string; boxes: { heading: string; prompt: string | null; answer: string }[] }
  | { layout: 'draw'; instruction: string; inside: string; outside: string; answer: string }
  | {
      layout: 'cards';
      title: string;
      /** Whether each card asks a question about made-up people. */
      asks: boolean;
      sheets: { first: boolean; cards: CardModel[] }[];
      cards: CardModel[];
    };

interface CardModel {
  number: number;
  at: string;
  text: string;
  prompt: string | null;
  answer: string | null;
}

/** What the templates of worksheet and answers get. */
export interface WorksheetModel extends BaseModel {
  belongs: string;
  headline: string[];
  /** Sessions take no names: their sheets lie about. */
  named: boolean;
  art: ReturnType<typeof artOf>;
  blocks: BlockModel[];
  /** For their answers; the cards themselves are a document of their own. */
  cards: BlockModel[];
  helpers: Helper[];
}

/** The sheets that pupils write on, always in black and white. */
export const worksheet: PlanKind = {
  id: 'worksheet',
  of: 'plan',
  name: 'worksheet',
  others: ['docx'],
  prints: ['large', 'tinted'],
  mono: true,
  applies: ({ plan }) =>
    plan.activities.some(({ worksheet: blocks }) => blocks?.some(({ layout }) => layout !== 'cards')),
  compose: (selected, { status }) => worksheetModel(selected, status, 'worksheet'),
};

/** Whether a plan has anything to write on or to cut out, and so answers. */
export function hasWorksheet({ plan }: SelectedPlan): boolean {
  return plan.activities.some((activity) => activity.worksheet !== undefined);
}

/** The model that worksheet and answer sheet share. */
export function worksheetModel(
  selected: SelectedPlan,
  status: Status,
  document: 'worksheet' | 'answers',
): WorksheetModel {
  const blocks = worksheetBlocks(selected);
  return {
    ...planBase(selected, status, document),
    belongs: footLine(selected),
    headline: headlineOf(selected.plan),
    named: selected.lesson !== null,
    art: artOf(selected),
    blocks: blocks.filter((block) => block.layout !== 'cards'),
    cards: document === 'answers' ? blocks.filter((block) => block.layout === 'cards') : [],
    helpers: helpersFor(selected.school, selected.helpers),
  };
}

/** All blocks of a plan in order, questions numbered through. */
export function worksheetBlocks(selected: SelectedPlan): BlockModel[] {
  let number = 0;
  return (selected.plan.activities as ForBand<Activity>[]).flatMap((activity) =>
    (activity.worksheet ?? []).map((block): BlockModel => {
      const asks = block.layout !== 'text' && block.layout !== 'cards';
      if (asks) number += 1;
      return {
        layout: block.layout,
        at: block.at,
        activity: activity.id,
        number: asks ? number : null,
        content: contentOf(block),
      };
    }),
  );
}

function contentOf(block: ForBand<WorksheetBlock>): BlockContent {
  switch (block.layout) {
    case 'text':
      return { layout: 'text', text: block.text };
    case 'lines':
      return {
        layout: 'lines',
        instruction: block.instruction,
        starter: block.starter ?? null,
        lines: countTo(block.lines),
        answer: block.answer,
      };
    case 'table':
      return {
        layout: 'table',
        instruction: block.instruction,
        columns: block.columns,
        rows: block.rows.map((row) => row.map((cell) => (cell === '…' ? '\u00A0' : cell))),
        answer: block.answer,
      };
    case 'tick-table':
      return {
        layout: 'tick-table',
        instruction: block.instruction,
        heading: block.heading,
        columns: block.columns,
        rows: block.rows.map((row) => ({
          text: row.text,
          ticks: block.columns.map((column) => ({ column, right: column === row.answer })),
          answer: row.answer,
          why: row.why ?? null,
        })),
      };
    case 'match':
      return matchContent(block);
    case 'sort':
      return sortContent(block);
    case 'scale':
      return {
        layout: 'scale',
        instruction: block.instruction,
        left: block.left,
        right: block.right,
        items: block.items.map(({ text, answer }) => ({ text, answer })),
      };
    case 'scenario':
      return {
        layout: 'scenario',
        instruction: block.instruction,
        story: block.story,
        questions: block.questions.map(({ ask, lines, answer }) => ({ ask, lines: countTo(lines), answer })),
      };
    case 'grid':
      return {
        layout: 'grid',
        instruction: block.instruction,
        boxes: block.boxes.map(({ heading, prompt, answer }) => ({ heading, prompt: prompt ?? null, answer })),
      };
    case 'draw':
      return {
        layout: 'draw',
        instruction: block.instruction,
        inside: block.inside,
        outside: block.outside,
        answer: block.answer,
      };
    case 'cards':
      return cardsContent(block);
  }
}

/** Mixes the right column in a fixed way, so that no pair stands side by side and every print is the same. */
function matchContent(block: Block<'match'>): BlockContent {
  const count = block.pairs.length;
  const shift = Math.max(1, Math.floor(count / 2));
  const order = block.pairs.map((_pair, index) => (index + shift) % count);
  const letter = (index: number) => 'ABCDEFGHIJ'[index] ?? '';
  return {
    layout: 'match',
    instruction: block.instruction,
    left: block.left,
    right: block.right,
    rows: block.pairs.map((pair, index) => ({
      number: index + 1,
      left: pair.left,
      letter: letter(index),
      right: block.pairs[order[index] as number]?.right ?? '',
    })),
    answers: block.pairs.map((pair, index) => ({
      number: index + 1,
      letter: letter(order.indexOf(index)),
      left: pair.left,
      right: pair.right,
    })),
  };
}

function sortContent(block: Block<'sort'>): BlockContent {
  const item = ({ text, why }: { text: string; why?: string }) => ({ text, why: why ?? null });
  return {
    layout: 'sort',
    instruction: block.instruction,
    items: block.items.map(({ text }) => text),
    boxes: block.boxes.map((name) => ({ name, items: block.items.filter(({ box }) => box === name).map(item) })),
    other: block.items
      .filter(({ box }) => !block.boxes.includes(box))
      .map((entry) => ({ ...item(entry), box: entry.box })),
  };
}

const cardsOnAPage = 6;

function cardsContent(block: Block<'cards'>): BlockContent {
  const cards = block.cards.map((card, index) => ({
    number: index + 1,
    at: card.at,
    text: card.text,
    prompt: block.prompt ?? null,
    answer: card.answer ?? null,
  }));
  const sheets = countTo(Math.ceil(cards.length / cardsOnAPage)).map((sheet) => ({
    first: sheet === 1,
    cards: cards.slice((sheet - 1) * cardsOnAPage, sheet * cardsOnAPage),
  }));
  return { layout: 'cards', title: block.title, asks: block.prompt !== undefined, sheets, cards };
}

/** `[1, 2, 3]` for 3: what a template loops over. */
function countTo(count: number): number[] {
  return Array.from({ length: count }, (_item, index) => index + 1);
}
