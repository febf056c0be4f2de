import { sep } from 'node:path';
import type { BaseModel } from '../documents/kind.js';
import type { DocumentIdentity } from '../formats/pdf/identity.js';
import { packagedLessons } from '../library/content.js';
import { sourceDate } from '../library/dates.js';
import type { Entry } from '../library/library.js';
import { version } from '../version.js';

/** The licence of the library that comes with the package; whoever adds lessons chooses their own. */
const ownLicence = { name: 'pshe-packs, CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** What a document says of itself in its properties: the model's own words, and when and of what it was made. */
export function identityOf(model: BaseModel, { value, source }: Entry<unknown>, status: string): DocumentIdentity {
  return {
    title: model.title,
    author: model.school ?? 'pshe-packs',
    subject: `${model.subject}. ${status}.`,
    keywords: model.keywords,
    language: 'en-GB',
    licence: licenceOf({ source }),
    creator: `pshe-packs ${version}`,
    date: sourceDate() ?? new Date(`${(value as { updated: string }).updated}T00:00:00Z`),
  };
}

/** Under which terms something may be used: that of the library of the tool is known. */
export function licenceOf({ source }: Pick<Entry<unknown>, 'source'>): DocumentIdentity['licence'] {
  return source.path.startsWith(packagedLessons + sep) ? ownLicence : null;
}
