import type { Printer } from '../browser/pages.js';
import type { PageProblem } from '../browser/problems.js';
import type { FinishedPdf, PrintedPdf } from '../formats/pdf/finish-and-check.js';
import type { DocumentIdentity } from '../formats/pdf/identity.js';

/** A finished document, or why there is none: what does not fit on the page, or what would not be accessible. */
type Printed = { bytes: Uint8Array; pages: number } | { problems: PageProblem[] } | { reason: string };

/**
 * Prints a page, finishes it as an accessible PDF and checks that it is one.
 * @param finish makes it accessible, and asks whether it is
 * @param bleed how far colour goes beyond the edges, in millimetres
 * @throws when the browser fails or the time is up
 */
export async function printPdf(
  printer: Printer,
  html: string,
  identity: DocumentIdentity,
  finish: (printed: PrintedPdf) => FinishedPdf | Promise<FinishedPdf>,
  { timeoutMs, bleed = 0 }: { timeoutMs: number; bleed?: number },
): Promise<Printed> {
  const { pdf, facts, problems } = await printer.print(html, timeoutMs);
  if (problems.length > 0) return { problems };
  const { bytes, pages, problems: faults } = await finish({ bytes: pdf, facts, identity, bleed });
  if (faults.length > 0) return { reason: `It would not be accessible. ${faults.join(' ')}` };
  return { bytes, pages };
}
