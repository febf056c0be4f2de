import type { Helper } from './common.js';
import { helpersByIds } from './common.js';
import type { BaseModel, SocialKind } from './kind.js';
import { dayAndDate, inTwoLines, paletteOf } from './poster.js';

/** What the template of a picture for social media gets, and the text that goes with it. */
interface SocialModel extends BaseModel {
  size: string;
  draft: boolean;
  at: string;
  /** The picture, and what it is drawn for. */
  relation: string;
  frame: string;
  day: string[];
  date: string;
  headline: string[];
  action: string;
  helpers: Helper[];
  post: string;
  alt: string;
}

/** What people call each size. */
const frames: Readonly<Record<string, string>> = {
  '1080x1350': 'feed',
  '1080x1920': 'story',
  '1200x630': 'link',
  '1920x1080': 'screen',
};

/** Most helpers that stand beside one another. */
const mostHelpers = 3;

/** Pictures for social media and for screens, with the words of the post and the alternative text beside them. */
export const social: SocialKind = {
  id: 'social',
  of: 'social',
  name: 'social pictures',
  format: 'png',
  sizes: Object.keys(frames),
  compose(selected, { status, size }): SocialModel {
    const { poster, picture, day, school, services, campaign } = selected;
    return {
      title: `${poster.headline.join(' ')} ${campaign.title}`,
      subject: `Picture for ${dayAndDate(day)}`,
      keywords: ['PSHE education', day.name, campaign.title],
      palette: paletteOf(campaign.colours),
      status: status.full,
      shortStatus: status.short,
      draft: !status.reviewed,
      school: school.name,
      size: size ?? '',
      at: poster.at,
      relation: poster.picture,
      frame: frames[size ?? ''] ?? '',
      day: inTwoLines(day.name),
      date: day.marked ? `${day.date}, marked on ${day.marked}` : (day.date ?? ''),
      headline: poster.headline,
      action: poster.do,
      // Names of people in school are not for the public.
      helpers: helpersByIds(poster.services, school, services)
        .filter(({ who, contact }) => who !== 'In school' && contact !== null)
        .slice(0, mostHelpers),
      post: picture.post,
      alt: picture.alt,
    };
  },
  text(model) {
    const { title, post, alt, status } = model as SocialModel;
    return `${title}\n\nPost\n${post.trim()}\n\nAlternative text of the picture\n${alt}\n\nStatus\n${status}.\n`;
  },
};
