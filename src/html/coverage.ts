import { coveredRanges } from './coverage-ranges.js';

/** Whether every font of the templates has the character; line breaks and tabs are always fine. */
export function canShow(character: string): boolean {
  const code = character.codePointAt(0) as number;
  if (code === 0x0a || code === 0x09 || code === 0x0d) return true;
  return coveredRanges.some(([from, to]) => code >= from && code <= to);
}
