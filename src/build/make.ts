import { join } from 'node:path';
import { goOn, StoppedError } from '../browser/cleanup.js';
import type { Press } from '../browser/press.js';
import type { PageProblem } from '../browser/problems.js';
import { digestOf } from '../cache/files.js';
import type { Finding } from '../check/rule.js';
import { pictureFile } from '../check/rules/picture-file.js';
import { tooLong } from '../check/rules/too-long.js';
import type { BaseModel } from '../documents/kind.js';
import { documentOf, takeText } from '../formats/docx/document.js';
import type { TextFacts } from '../formats/docx/facts.js';
import { finishHtml, takeHtml } from '../formats/html/finish.js';
import type { DocumentIdentity } from '../formats/pdf/identity.js';
import { deckOf, takeDeck } from '../formats/pptx/deck.js';
import type { DeckFacts } from '../formats/pptx/facts.js';
import type { SlideNotes } from '../formats/pptx/notes.js';
import type { Renderer } from '../html/render.js';
import type { Library } from '../library/library.js';
import { oldest } from '../select/base.js';
import { fieldPath } from '../select/field-path.js';
import { openMarks } from '../select/marks.js';
import { asTrouble, isDiskFull, UserError } from '../terminal/errors.js';
import type { Finisher } from './finisher.js';
import { identityOf } from './identity.js';
import type { KnownDocuments } from './known-documents.js';
import type { ManifestDocument } from './manifest.js';
import { manifestEntry } from './manifest.js';
import type { Job } from './plan.js';
import { entryOf, notesOfJob, textOfJob } from './plan.js';
import { printPdf } from './print-pdf.js';
import { stampOf } from './stamp.js';
import { isTouched } from './touched.js';
import { writeWhole } from './write-whole.js';

/** A document that could not be made, and why: findings with a place in the YAML, or words. */
export interface Failure {
  job: Job;
  findings: Finding[];
  reason: string | null;
}

/** What documents of one build are made with. */
export interface Tools {
  library: Library;
  renderer: Renderer;
  compose(job: Job): BaseModel;
  known: KnownDocuments;
  /** The digests of what the manifest of the output folder lists. */
  listed: ReadonlySet<string>;
  press: Press;
  finisher: Finisher;
  /** What tells this browser and these fonts from others. */
  printedWith: string;
}

/** A document that is there. */
export interface Done {
  document: ManifestDocument;
  kept: boolean;
  /** The version of the browser that printed it; empty for words. */
  browser: string;
  /** How it lay there when it was done; see `stampOf`. */
  stamp: string;
}

/** How documents of one build are made. */
export interface MakeOptions {
  /** The output folder. */
  out: string;
  /** Whether documents that were made before are made again, and those that were changed by hand replaced. */
  force: boolean;
  /** The longest that one document may take. */
  timeoutMs: number;
  /** Whether every page says that the content was not checked. */
  notChecked: boolean;
}

/** Makes the document of a job, or sees that it is there already, and why it can't be made. */
export async function makeJob(job: Job, tools: Tools, options: MakeOptions): Promise<Done | Failure> {
  try {
    const model = tools.compose(job);
    const open = options.notChecked ? [] : openMarks(JSON.stringify(model));
    if (open.length > 0) {
      const marks = [...new Set(open)].join(', ');
      const where = marks.includes('$day.date') ? 'see reference/days.yaml' : 'see its nation in the profile';
      return { job, findings: [], reason: `Nothing fills in ${marks} for this school; ${where}.` };
    }
    const sheet = sheetOf(job, model, tools, options);
    const file = join(options.out, job.path);
    const inputs = inputsOf(job, sheet, tools);
    const isOurs = (sha256: string) => tools.listed.has(sha256) || tools.known.has(sha256);
    if (!options.force && isTouched(file, job.format, isOurs)) return { job, findings: [], reason: touchedReason };
    const before = await tools.known.bringBack(inputs, file);
    if (before) {
      const { stamp, browser } = before;
      return { document: manifestEntry(job, model.title, before), kept: true, browser, stamp };
    }
    const made = await makeFile(job, sheet, tools, options);
    if (!('bytes' in made)) return made;
    goOn();
    await writeWhole(file, made.bytes);
    const stamp = stampOf(file);
    const sha256 = digestOf(made.bytes);
    const browser = job.format === 'txt' ? '' : await tools.press.version();
    tools.known.keep(inputs, made.bytes, { sha256, pages: made.pages, browser });
    const document = manifestEntry(job, model.title, { sha256, pages: made.pages, bytes: made.bytes.length });
    return { document, kept: false, browser, stamp };
  } catch (error) {
    // Told to stop, or no browser, or no disk: no document is to blame.
    if (error instanceof StoppedError || error instanceof UserError) throw error;
    const trouble = asTrouble(error);
    if (trouble && isDiskFull(error)) throw trouble;
    return { job, findings: [], reason: trouble ? `${trouble.message} ${trouble.hint}` : (error as Error).message };
  }
}

const touchedReason =
  'Somebody has changed or made this file by hand, so it stays as it is. Give it another name to keep both, or build with --force to replace it.';

/** A document before it is printed: its page, or its words where it is only words; and what it says of itself. */
interface Sheet {
  text: string;
  identity: DocumentIdentity;
  /** What stands in the notes of slides that can be changed. */
  notes: SlideNotes[];
}

function sheetOf(job: Job, model: BaseModel, { library, renderer }: Tools, { notChecked }: MakeOptions): Sheet {
  const entry = entryOf(library, job);
  const status = notChecked ? `Not checked. ${model.status}` : model.status;
  const identity = identityOf(model, entry, status);
  const file = entry.source.path;
  if (job.format === 'txt') return { text: textOfJob(job, { ...model, status }), identity, notes: [] };
  if (job.format === 'html')
    return { text: renderer.renderForScreens(job.kind, model, file, identity), identity, notes: [] };
  const notes = job.format === 'pptx' ? notesOfJob(job, model) : [];
  return { text: renderer.render(job.kind, model, file, job.print), identity, notes };
}

/**
 * All that the bytes of a document depend on, beside the tool itself: its page holds the model, the templates, the styles
 * and the pictures.
 */
function inputsOf({ format, size, print }: Job, { text, identity, notes }: Sheet, { printedWith }: Tools): string[] {
  return [text, JSON.stringify([identity, format, size, print, notes]), printedWith];
}

/** What printers ask for, in millimetres. */
const bleedMm = 3;

type Made = { bytes: Uint8Array; pages: number } | Failure;

/** The bytes of a document in the format of its job, or why there are none. */
async function makeFile(
  job: Job,
  { text, identity, notes }: Sheet,
  { library, press, finisher }: Tools,
  { timeoutMs }: MakeOptions,
): Promise<Made> {
  if (job.format === 'txt') return { bytes: Buffer.from(text), pages: 1 };
  if (job.format === 'png') {
    const [width, height] = (job.size ?? '').split('x').map(Number) as [number, number];
    const { png, problems } = await press.picture(text, { width, height }, timeoutMs);
    return problems.length > 0 ? failureOf(library, job, problems) : { bytes: png, pages: 1 };
  }
  if (job.format === 'html') {
    const { answer, problems } = await press.take(text, takeHtml, timeoutMs);
    return problems.length > 0 ? failureOf(library, job, problems) : { bytes: finishHtml(answer as string), pages: 1 };
  }
  if (job.format === 'pptx') {
    const { answer, problems } = await press.take(text, takeDeck, timeoutMs);
    if (problems.length > 0) return failureOf(library, job, problems);
    const deck = answer as DeckFacts;
    return { bytes: deckOf(deck, notes, identity), pages: deck.slides.length };
  }
  if (job.format === 'docx') {
    const { answer, problems } = await press.take(text, takeText, timeoutMs);
    if (problems.length > 0) return failureOf(library, job, problems);
    return { bytes: documentOf(answer as TextFacts, identity), pages: 1 };
  }
  finisher.start();
  const bleed = job.print === 'bleed' ? bleedMm : 0;
  const printed = await printPdf(press, text, identity, finisher.finish, { timeoutMs, bleed });
  if ('problems' in printed) return failureOf(library, job, printed.problems);
  return 'reason' in printed ? { job, findings: [], reason: printed.reason } : printed;
}

/** Turns what the browser measured into findings at the fields of the YAML file. */
function failureOf(library: Library, job: Job, problems: readonly PageProblem[]): Failure {
  const { source } = entryOf(library, job);
  const reasons: string[] = [];
  const said = new Set<string>();
  const findings = problems.flatMap((problem): Finding[] => {
    if (said.has(problem.at) && problem.kind === 'overflow') return [];
    said.add(problem.at);
    if (problem.kind === 'font') {
      reasons.push(`The font ${problem.what} did not load.`);
      return [];
    }
    const path = fieldPath(source.data, problem.at, job.band ?? oldest);
    if (problem.kind === 'picture') {
      return [pictureFile.at(source, [...path, 'file'], { problem: 'unreadable', file: problem.what })];
    }
    const document = (problem.copiedFrom || job.kind).replace('-', ' ');
    const { direction, what: picture } = problem;
    return [tooLong.at(source, path, { document, amount: amountOf(problem), direction, picture })];
  });
  return { job, findings, reason: reasons.length > 0 ? reasons.join(' ') : null };
}

/** How far it runs over: in lines where it is about a line or more, else in millimetres. */
function amountOf({ over, lineHeight, direction }: PageProblem): string {
  const lines = Math.round(over / lineHeight);
  if (direction === 'down' && lines >= 1) return lines === 1 ? 'about 1 line' : `about ${lines} lines`;
  return `${Math.max(1, Math.round((over / 96) * 25.4))} mm`;
}
