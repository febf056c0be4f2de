import { sep } from 'node:path';
import type { BaseModel } from '../documents/kind.js';
import type { DocumentIdentity } from '../formats/pdf/identity.js';
import { packagedLessons } from '../library/content.js';
import type { Entry } from '../library/library.js';
import { UserError } from '../terminal/errors.js';
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
    licence: source.path.startsWith(packagedLessons + sep) ? ownLicence : null,
    creator: `pshe-packs ${version}`,
    date: documentDate((value as { updated: string }).updated),
  };
}

/** The end of the year 9999, which is as far as dates in a PDF go. */
const lastSecond = 253_402_300_799;

/** The date that goes into documents: SOURCE_DATE_EPOCH where it is set, else the day the content was last changed. */
function documentDate(updated: string, epoch = process.env.SOURCE_DATE_EPOCH): Date {
  if (!epoch) return new Date(`${updated}T00:00:00Z`);
  const seconds = Number(epoch);
  if (/^\d+$/.test(epoch) && seconds <= lastSecond) return new Date(seconds * 1000);
  throw new UserError(
    `SOURCE_DATE_EPOCH is “${epoch}”, which is no time that a document can bear.`,
    'Give the seconds since 1970, such as 1793145600, or unset it.',
  );
}
