import { openPress } from '../browser/press.js';
import { printPdf } from '../build/print-pdf.js';
import { finishAndCheck } from '../formats/pdf/finish-and-check.js';
import type { DocumentIdentity } from '../formats/pdf/identity.js';
import { createRenderer } from '../html/render.js';
import type { Entry, Library } from '../library/library.js';
import type { Profile } from '../library/types.js';
import { version } from '../version.js';
import type { Coverage } from './coverage.js';
import { coverageSheet } from './sheet.js';

/**
 * Prints the page for governors.
 * @param browser the value of --browser
 * @returns the bytes of a PDF
 * @throws UnableError when there is no browser
 */
export async function printSheet(
  library: Library,
  coverage: Coverage,
  profile: Entry<Profile> | null,
  browser: string | undefined,
): Promise<Uint8Array> {
  const model = coverageSheet(library, coverage, profile);
  const renderer = createRenderer(() => '', { notChecked: false });
  const identity: DocumentIdentity = {
    title: model.title,
    author: model.school ?? 'pshe-packs',
    subject: `${model.subject}. ${model.status}.`,
    keywords: model.keywords,
    language: 'en-GB',
    licence: null,
    creator: `pshe-packs ${version}`,
    date: new Date(`${library.today}T00:00:00Z`),
  };
  const press = openPress(browser, 1);
  try {
    const printed = await printPdf(press, renderer.render('coverage', model, ''), identity, finishAndCheck, {
      timeoutMs: 60_000,
    });
    if (!('bytes' in printed)) throw new Error('reason' in printed ? printed.reason : JSON.stringify(printed.problems));
    return printed.bytes;
  } finally {
    await press.close();
  }
}
