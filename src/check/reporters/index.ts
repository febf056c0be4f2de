import type { CheckSummary, FindingInWords } from '../run.js';
import { json } from './json.js';
import { text } from './text.js';

export type Reporter = (findings: readonly FindingInWords[], summary: CheckSummary) => string;

/** Every form in which findings can be shown, by the name that --format takes. */
export const reporters: Readonly<Record<string, Reporter>> = { text, json };
