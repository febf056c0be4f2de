/** XML that is whole: what stands in it has been escaped. */
export class Xml {
  constructor(readonly text: string) {}
}

type Piece = Xml | string | number | null | readonly Piece[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML with values filled in: texts and numbers are escaped, XML stays as it is, null is nothing. */
export function xml(strings: TemplateStringsArray, ...pieces: Piece[]): Xml {
  return new Xml(strings.map((text, index) => text + filled(pieces[index] ?? null)).join(''));
}

function filled(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Xml) return piece.text;
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return piece.replace(/[&<>"]/g, (sign) => signs[sign] as string);
  return piece.map(filled).join('');
}

/** Attributes, each with a space before it; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | null>>): Xml {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  return new Xml(given.map(([name, value]) => ` ${name}="${filled(value)}"`).join(''));
}
