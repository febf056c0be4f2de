import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../dist/british-words.txt', import.meta.url));

let list: string | null = null;
const answers = new Map<string, boolean>();

/** Whether a word, in small letters with a straight apostrophe, is spelled as British English spells it. */
export function isBritish(word: string): boolean {
  const known = answers.get(word);
  if (known !== undefined) return known;
  const answer =
    isListed(word) || (word.endsWith("'s") && isListed(word.slice(0, -2))) || isListed(word.replace(/s'$/, 's'));
  answers.set(word, answer);
  return answer;
}

/** Looks the word up in the sorted list by halving it, without making 120,000 words of it. */
function isListed(word: string): boolean {
  list ??= `\n${readFileSync(file, 'utf8')}`;
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const start = list.lastIndexOf('\n', (low + high) >> 1);
    const end = list.indexOf('\n', start + 1);
    const found = list.slice(start + 1, end);
    if (found === word) return true;
    if (found < word) low = end;
    else high = start;
  }
  return false;
}
