import type { PageFacts } from '../../browser/facts.js';
import { PdfFile } from './file.js';
import type { DocumentIdentity } from './identity.js';
import { Streams } from './streams.js';
import type { StructureElement } from './structure.js';
import { readStructure } from './structure.js';

/** A PDF that is open, beside what it has to say. */
export interface OpenPdf {
  file: PdfFile;
  /** The structure tree. */
  roots: StructureElement[];
  streams: Streams;
  facts: PageFacts;
  identity: DocumentIdentity;
}

/** One thing that Chromium leaves out or gets wrong, put right. Mends work one after the other. */
export type Mend = (pdf: OpenPdf) => void;

/** One thing that a finished PDF is asked about: says in words what is wrong, once for each fault. */
export type Question = (pdf: OpenPdf) => string[];

/** @throws PdfError when the bytes are not a tagged PDF as Chromium writes it */
export function openPdf(bytes: Uint8Array, facts: PageFacts, identity: DocumentIdentity): OpenPdf {
  const file = new PdfFile(bytes);
  return { file, roots: readStructure(file), streams: new Streams(file), facts, identity };
}
