const latin = new TextDecoder('latin1');

/** The number of pages of a PDF that Chromium wrote: it keeps every page object outside of compressed streams. */
export function pageCount(pdf: Uint8Array): number {
  return latin.decode(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

/** The names of the fonts in a PDF that Chromium wrote, without the letters that mark a subset. */
export function fontNames(pdf: Uint8Array): string[] {
  const names = [...latin.decode(pdf).matchAll(/\/(?:BaseFont|FontName) \/(?:[A-Z]{6}\+)?([^\s/>]+)/g)];
  return [...new Set(names.map((match) => match[1] as string))].sort();
}
