import { encode } from 'uqr';
import type { DayInWords } from '../select/base.js';
import type { Helper } from './common.js';
import { helpersByIds, leadHelper } from './common.js';
import type { BaseModel, PosterKind } from './kind.js';

/** What the template of the poster gets. */
interface PosterModel extends BaseModel {
  size: string;
  /** Whether it says so, and asks for numbers to be checked; one that was signed off says neither. */
  draft: boolean;
  at: string;
  day: string[];
  /** `Thursday`, `18 March`, and when it is marked, where that is another day. */
  date: string[];
  headline: string[];
  heading: string | null;
  lines: string[];
  signs: { heading: string; items: { icon: string; text: string }[]; note: string } | null;
  action: string;
  helpers: Helper[];
  link: { address: string; code: string; size: number } | null;
  logos: { file: string; alt: string; at: string }[];
  /** The picture, and what it is drawn for. */
  relation: string;
  frame: 'poster';
  /** The school's colour, as a rule above the foot. */
  colour: string | null;
}

/** A poster for an awareness day, composed on A3 and set smaller for A4. */
export const poster: PosterKind = {
  id: 'poster',
  of: 'poster',
  name: 'poster',
  prints: ['mono', 'bleed'],
  others: ['html'],
  sizes: ['a4', 'a3'],
  compose(selected, { status, size }): PosterModel {
    const { poster: data, school, services } = selected;
    const paper = size ?? 'a3';
    return {
      title: `${data.headline.join(' ')} ${selected.campaign.title}: poster ${paper.toUpperCase()}`,
      subject: `Poster for ${dayAndDate(selected.day)}`,
      keywords: ['PSHE education', selected.day.name, selected.campaign.title],
      palette: paletteOf(selected.campaign.colours),
      status: status.full,
      shortStatus: status.short,
      draft: !status.reviewed,
      school: school.name,
      size: paper,
      at: data.at,
      day: inTwoLines(selected.day.name),
      date: dateLines(selected.day),
      headline: data.headline,
      heading: data.heading ?? null,
      lines: data.lines,
      signs: data.signs
        ? {
            heading: data.signs.heading,
            items: data.signs.items.map(({ icon, text }) => ({ icon, text })),
            note: data.signs.note,
          }
        : null,
      action: data.do,
      helpers: helpersByIds(
        data.services,
        school,
        services,
        data.audience === 'staff' ? leadHelper(school) : undefined,
      ),
      link: school.link ? { address: school.link, ...qrPath(`https://${school.link}`) } : null,
      logos: school.logos,
      relation: data.picture,
      frame: 'poster',
      colour: school.colour,
    };
  },
};

/** `Safer Internet Day, Tuesday 9 February`; the name alone where no date is known. */
export function dayAndDate({ name, date }: DayInWords): string {
  return date === null ? name : `${name}, ${date}`;
}

const palettes = { coral: 'day', marigold: 'ks3', fern: 'ks4', mist: 'ks5', stone: 'staff' } as const;

/** The palette that a campaign names by its colours. */
export function paletteOf(colours: keyof typeof palettes | undefined): BaseModel['palette'] {
  return palettes[colours ?? 'coral'];
}

/** The weekday, the day, and in two more lines when schools mark it; nothing where no date is known. */
function dateLines({ date, marked }: DayInWords): string[] {
  if (date === null) return [];
  return [...date.split(' '), ...(marked ? [`marked on ${marked.split(' ')[0]}`, marked.split(' ')[1] ?? ''] : [])];
}

/** `Child Exploitation Awareness Day` in two lines of about the same length. */
export function inTwoLines(words: string): string[] {
  const parts = words.split(' ');
  const breaks = parts.slice(1).map((_part, index) => index + 1);
  const length = (count: number) =>
    Math.abs(parts.slice(0, count).join(' ').length - parts.slice(count).join(' ').length);
  const best = breaks.sort((one, other) => length(one) - length(other))[0];
  return best === undefined ? [words] : [parts.slice(0, best).join(' '), parts.slice(best).join(' ')];
}

/** The dark squares of a QR code, level M, as one path in units of a square. */
function qrPath(address: string): { code: string; size: number } {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { code: squares.join(''), size };
}
