import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of XML: what stands in it is elements and texts, in order. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  inner: (Element | string)[];
}

/** Reads XML as strictly as it is meant. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, inner: [] };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, inner: [] };
    open.at(-1)?.inner.push(element);
    open.push(element);
  });
  parser.on('text', (own) => void open.at(-1)?.inner.push(own));
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.inner.find((one) => typeof one !== 'string') as Element;
}

/** All elements of a name below one, in the order of the file. */
export function all(element: Element, name: string): Element[] {
  return element.inner.flatMap((one) =>
    typeof one === 'string' ? [] : [...(one.name === name ? [one] : []), ...all(one, name)],
  );
}

export const first = (element: Element, name: string): Element | undefined => all(element, name)[0];

/** The words of an element: a paragraph and a line break part them. */
export function words(element: Element | undefined): string {
  return (element ? wordsIn(element) : '').replace(/\s+/g, ' ').trim();
}

function wordsIn({ name, inner }: Element): string {
  const own = inner.map((one) => (typeof one === 'string' ? one : wordsIn(one))).join('');
  return name === 'a:br' || name === 'a:p' || name === 'w:p' || name === 'w:br' ? `${own} ` : own;
}

/** An opened file of Office Open XML. */
export function openOffice(path: string) {
  const parts = unzipSync(readFileSync(path));
  const paths = Object.keys(parts);
  const text = (part: string) => Buffer.from(parts[part] as Uint8Array).toString('utf8');
  const xml = (part: string) => parseXml(text(part));
  /** What a part uses: the kind of each, and the path or address that it leads to. */
  const uses = (part: string) => {
    const file = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
    if (!paths.includes(file)) return [];
    return all(xml(file), 'Relationship').map(({ attributes: { Id, Type, Target, TargetMode } }) => ({
      id: Id as string,
      kind: (Type as string).split('/').at(-1) as string,
      target: TargetMode === 'External' ? (Target as string) : posix.join(posix.dirname(part), Target as string),
      external: TargetMode === 'External',
    }));
  };
  return { paths, parts, text, xml, uses };
}
