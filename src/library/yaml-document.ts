import type { Document } from 'yaml';
import { LineCounter, parseDocument } from 'yaml';

/** YAML taken apart, with the places of everything in it. */
export interface YamlDocument {
  document: Document;
  lines: LineCounter;
}

/** Takes YAML 1.2 with core types apart. What is wrong with it stands in the errors of the document. */
export function yamlDocument(text: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  return { document, lines };
}
