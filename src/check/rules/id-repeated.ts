import type { Entry, Library } from '../../library/library.js';
import { plansOf } from '../../library/library.js';
import type { Path } from '../../library/place.js';
import { defineRule, fixedFor } from '../rule.js';

/** Two slides of one id: a step that shows it would always show the first. */
export const idRepeated = defineRule<{ id: string; what: string; line: string }>({
  id: 'id-repeated',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.identity,
  about:
    'Each activity, slide and worksheet block of a lesson, poster and picture of a campaign, section of a guide has an id of its own.',
  message: ({ id, what, line }) => `The id “${id}” is used for another ${what} too, in line ${line}.`,
  hint: () => 'Give one of them another id, and change what refers to it.',
  *check(library) {
    for (const { source, items } of itemsOf(library)) {
      const seen = new Map<string, Path>();
      for (const { what, id, path } of items) {
        const before = seen.get(`${what} ${id}`);
        if (before) yield this.at(source, path, { id, what, line: String(source.place(before).line) });
        else seen.set(`${what} ${id}`, path);
      }
    }
  },
});

interface Item {
  what: string;
  id: string;
  path: Path;
}

/** Everything with an id inside a file, of each file. */
function itemsOf(library: Library): { source: Entry<unknown>['source']; items: Item[] }[] {
  const list = (what: string, path: Path, own: readonly { id: string }[] = []): Item[] =>
    own.map(({ id }, index) => ({ what, id, path: [...path, index, 'id'] }));
  return [
    ...plansOf(library).map(({ source, value }) => ({
      source,
      items: [
        ...list('activity', ['activities'], value.activities),
        ...value.activities.flatMap(({ slides, worksheet }, index) => [
          ...list('slide', ['activities', index, 'slides'], slides),
          ...list('worksheet block', ['activities', index, 'worksheet'], worksheet),
        ]),
      ],
    })),
    ...[...library.campaigns.values()].map(({ source, value }) => ({
      source,
      items: [...list('poster', ['posters'], value.posters), ...list('picture', ['social'], value.social)],
    })),
    ...[...library.guides.values()].map(({ source, value }) => ({
      source,
      items: list('section', ['sections'], value.sections),
    })),
  ];
}
