import svgpath from 'svgpath';

const known = new Map<string, string>();

/**
 * SVG or HTML with the arcs in its paths turned into curves. The browser's drawing library makes up to 32 curves of an
 * arc where four look the same; a deck with art in it is twice as large then, and takes longer to print and to finish.
 */
export function withoutArcs(markup: string): string {
  return markup.replace(/ d="([^"]*)"/g, (all, path: string) => (/a/i.test(path) ? ` d="${curved(path)}"` : all));
}

/** A path without arcs, to five digits; one that can't be read stays as it is. */
function curved(path: string): string {
  const before = known.get(path);
  if (before !== undefined) return before;
  const read = svgpath(path) as ReturnType<typeof svgpath> & { err: string };
  const isRead = read.err === '';
  const whole = read.unarc();
  const curves = whole.round(decimalsFor(whole.toString())).toString();
  known.set(path, isRead ? curves : path);
  return isRead ? curves : path;
}

/** As many decimals as make five digits of the largest number in a path. */
function decimalsFor(path: string): number {
  const largest = Math.max(...(path.match(/\d*\.?\d+/g) ?? ['0']).map(Number));
  return Math.max(0, 4 - Math.floor(Math.log10(largest || 1)));
}
