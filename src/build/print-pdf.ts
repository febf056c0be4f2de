import type { Printer } from '../browser/pages.js';
import type { PageProblem } from '../browser/problems.js';
import { finishPdf } from '../formats/pdf/finish.js';
import type { DocumentIdentity } from '../formats/pdf/identity.js';
import { selfCheck } from '../formats/pdf/self-check.js';

/** A finished document, or why there is none: what does not fit on the page, or what would not be accessible. */
type Printed = { bytes: Uint8Array; pages: number } | { problems: PageProblem[] } | { reason: string };

/**
 * Prints a page, finishes it as an accessible PDF and checks that it is one.
 * @param bleed how far colour goes beyond the edges, in millimetres
 * @throws when the browser fails or the time is up
 */
export async function printPdf(
  printer: Printer,
  html: string,
  identity: DocumentIdentity,
  { timeoutMs, bleed = 0 }: { timeoutMs: number; bleed?: number },
): Promise<Printed> {
  const { pdf, facts, problems } = await printer.print(html, timeoutMs);
  if (problems.length > 0) return { problems };
  const bytes = finishPdf(pdf, facts, identity, bleed);
  const checked = selfCheck(bytes, facts, identity);
  if (checked.problems.length > 0) return { reason: `It would not be accessible. ${checked.problems.join(' ')}` };
  return { bytes, pages: checked.pages };
}
