import wrapAnsi from 'wrap-ansi';

/** The width of the terminal, at most 100 columns so that lines stay readable; 80 where nobody knows. */
function columns(): number {
  return Math.min(process.stdout.columns || 80, 100);
}

/** Breaks text at spaces to fit the terminal; every line begins with `indent`. */
export function wrapped(text: string, indent = ''): string {
  return wrapAnsi(text, Math.max(20, columns() - indent.length), { trim: true })
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}
