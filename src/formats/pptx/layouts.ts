import type { PartFacts, ShapeFacts, SlideFacts, TextFacts } from './facts.js';
import type { Placeholder } from './parts.js';

/** What all slides of one layout have in common, and the places that they fill. */
export interface Layout {
  name: string;
  /** Its first slide, whose ground, places and letters are those of the layout. */
  slide: SlideFacts;
  /** The shapes that all of its slides have alike. */
  shapes: ShapeFacts[];
  /** What each slide says for the eye only: where it belongs. */
  belongs: TextFacts | null;
  /** By the key of a part. */
  places: Map<string, { holder: Placeholder; part: PartFacts }>;
}

/** The numbers of the places for the foot of a slide, as PowerPoint gives them, and of the first that is free. */
const feet = { foot: 11, number: 12 } as const;
const firstFree = 20;

/** The layouts of a deck by their ids, in the order in which they first come. */
export function layoutsOf(slides: readonly SlideFacts[]): Map<string, Layout> {
  const layouts = new Map<string, Layout>();
  for (const slide of slides) {
    const alike = slides.filter(({ layout }) => layout === slide.layout);
    const layout = layouts.get(slide.layout) ?? {
      name: inWords(slide.layout),
      slide,
      shapes: slide.shapes.filter((shape) => shape.still && alike.every((other) => has(other, shape))),
      belongs: slide.parts.find(isBelongs) ?? null,
      places: new Map(),
    };
    layouts.set(slide.layout, layout);
    for (const [key, part] of partsByKey(slide)) {
      if (!layout.places.has(key)) layout.places.set(key, { holder: holderOf(part, layout), part });
    }
  }
  return layouts;
}

/** The parts of a slide that fill places, in reading order; of those with the same name the second has a number. */
export function partsByKey(slide: SlideFacts): [key: string, part: PartFacts][] {
  const seen = new Map<string, number>();
  return slide.parts
    .filter((part) => !isBelongs(part))
    .map((part) => {
      const number = (seen.get(part.part) ?? 0) + 1;
      seen.set(part.part, number);
      return [number === 1 ? part.part : `${part.part} ${number}`, part];
    });
}

/** Whether a slide has a shape, in the very same place. */
export function has({ shapes }: Pick<SlideFacts, 'shapes'>, shape: ShapeFacts): boolean {
  const text = JSON.stringify(shape);
  return shapes.some((one) => JSON.stringify(one) === text);
}

function isBelongs(part: PartFacts): part is TextFacts {
  return part.part === 'belongs';
}

function holderOf({ part }: PartFacts, { slide, places }: Layout): Placeholder {
  const name = inWords(part);
  if (part === 'foot') return { type: 'ftr', index: feet.foot, name: 'Help line' };
  if (part === 'number') return { type: 'sldNum', index: feet.number, name: 'Number' };
  if (part === 'title' && !places.has('title')) {
    return { type: slide.layout === 'cover' ? 'ctrTitle' : 'title', index: null, name };
  }
  if (part === 'subtitle' && !places.has('subtitle')) return { type: 'subTitle', index: 1, name };
  const index = firstFree + places.size;
  if (part === 'picture') return { type: 'pic', index, name };
  return { type: part === 'table' ? 'tbl' : 'body', index, name };
}

/** `key-fact` as `Key fact`. */
function inWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
}
