import type { Helper } from './common.js';
import { headlineOf, helpersByIds } from './common.js';
import { guideBase } from './guides.js';
import type { BaseModel, GuideKind } from './kind.js';

/** What the template of the help card gets. */
interface HelpCardModel extends BaseModel {
  headline: string[];
  intro: string;
  /** The person in school, for the front. */
  inSchool: Helper[];
  /** Who helps outside school, for the back. */
  helpers: Helper[];
  lines: string[];
  link: string | null;
  art: { relation: string; seed: string; order: number };
  /** One entry for each card of a sheet. */
  copies: number[];
}

/** Cards of 85 by 54 mm on a sheet of A4: two beside one another, four below. */
const perSheet = 8;

/** A card of the size of a bank card for every pupil: two sides, eight on a sheet. */
export const helpCard: GuideKind = {
  id: 'help-card',
  of: 'guide',
  name: 'help card',
  prints: ['mono'],
  applies: ({ guide }) => guide.kind === 'help-card',
  compose(selected, { status }): HelpCardModel {
    const { guide, school, services, band } = selected;
    const blocks = guide.sections.flatMap((section) => section.blocks);
    const helpers = blocks.flatMap((block) =>
      block.layout === 'help' ? helpersByIds(block.services, school, services) : [],
    );
    return {
      ...guideBase(selected, status, 'help card'),
      subject: `Help card for ages ${band.ages}`,
      palette: band.id,
      headline: headlineOf(guide),
      intro: guide.intro,
      inSchool: helpers.filter(({ who }) => who === 'In school'),
      helpers: helpers
        .filter(({ who }) => who !== 'In school')
        // An address is as wide as a number with its note.
        .map((helper) => ({ ...helper, note: helper.web ? null : helper.note })),
      lines: blocks.flatMap((block) => (block.layout === 'text' ? block.text : [])),
      link: school.link,
      art: { relation: guide.picture, seed: guide.id, order: 1 },
      copies: Array.from({ length: perSheet }, (_copy, index) => index),
    };
  },
};
