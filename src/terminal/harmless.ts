/** What this tool sets itself (bold, faint, underlined, six colours, and the end of each), or else what a terminal obeys. */
const obeyed =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
  /\u001B\[(?:1|2|4|22|24|3[1-69])m|\r(?!\n)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/**
 * A text of which a terminal obeys nothing: names of files and words of lessons could else move its cursor, paint over
 * what stands there, or turn a line round. Such a character is shown as its number, in a form that JSON reads as well.
 */
export function harmless(text: string): string {
  return text.replace(obeyed, (found) =>
    found.length > 1 ? found : `\\u${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
