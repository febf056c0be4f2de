const latin = new TextDecoder('latin1');

/**
 * Makes the bytes of a PDF depend on its content alone: replaces the dates of printing by a given one, and the ids of
 * structure elements, which count up as long as a browser runs, by numbers in order. Nothing changes its length, so no
 * offset of the file moves.
 */
export function stableBytes(pdf: Uint8Array, date: Date): Uint8Array {
  const text = latin.decode(pdf);
  const out = Uint8Array.from(pdf);
  const stamp = `${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}`;
  for (const match of text.matchAll(/\/(?:CreationDate|ModDate) \(D:(\d{14})[^)]*\)/g)) {
    put(out, match.index + match[0].indexOf('D:') + 2, stamp);
  }
  const ids = [...text.matchAll(/\(node(\d+)\)/g)];
  const order = [...new Set(ids.map((match) => match[1] as string))].sort();
  const numbers = new Map(order.map((id, index) => [id, String(index + 1).padStart(id.length, '0')]));
  for (const match of ids) put(out, match.index + '(node'.length, numbers.get(match[1] as string) as string);
  return out;
}

function put(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index);
}

/** The date that goes into documents: SOURCE_DATE_EPOCH where it is set, else the day the content was last changed. */
export function documentDate(updated: string, epoch = process.env.SOURCE_DATE_EPOCH): Date {
  const seconds = Number(epoch);
  return epoch && Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date(`${updated}T00:00:00Z`);
}
