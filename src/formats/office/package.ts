import { dirname, posix } from 'node:path';
import { zipOf } from '../zip.js';
import type { Xml } from './xml.js';
import { xml } from './xml.js';

const namespace = 'http://schemas.openxmlformats.org/package/2006';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Relationship {
  id: string;
  type: string;
  target: string;
  external: boolean;
}

/** A file of Office Open XML while it is put together: parts, and which of them belongs to which. Source: ECMA-376, part 2. */
export class OfficePackage {
  private readonly parts = new Map<string, { bytes: Uint8Array; type: string }>();
  /** The paths of pictures by their data. */
  private readonly pictures = new Map<string, string>();
  private readonly relations = new Map<string, Relationship[]>();

  /** Puts a part in, under its path from the root and its content type. */
  add(path: string, content: Xml | Uint8Array, type: string): void {
    const bytes = content instanceof Uint8Array ? content : textOf(content);
    this.parts.set(path, { bytes, type });
  }

  /**
   * Says that a part uses another, and gives the id that it knows it by; the same again has the same id.
   * @param from the path of a part, or nothing for the file as a whole
   * @param kind the last word of the type of a relationship, or all of it
   */
  relate(from: string, kind: string, target: string, external = false): string {
    const own = this.relations.get(from) ?? [];
    this.relations.set(from, own);
    const type = kind.includes('/') ? kind : `${relationships}/${kind}`;
    const there = external ? target : posix.relative(posix.dirname(from), target);
    const known = own.find((one) => one.type === type && one.target === there);
    if (known) return known.id;
    const id = `rId${own.length + 1}`;
    own.push({ id, type, target: there, external });
    return id;
  }

  /**
   * Puts a picture in, once however often it is shown, and gives the id that a part knows it by.
   * @param from the path of the part that shows it
   * @param data a data URL of a PNG or JPEG file
   */
  addPicture(from: string, data: string): string {
    const [, type = 'png', base64 = ''] = /^data:image\/(png|jpeg);base64,(.*)$/.exec(data) ?? [];
    const path = this.pictures.get(data) ?? `${from.split('/')[0]}/media/image${this.pictures.size + 1}.${type}`;
    if (!this.pictures.has(data)) this.add(path, Buffer.from(base64, 'base64'), `image/${type}`);
    this.pictures.set(data, path);
    return this.relate(from, 'image', path);
  }

  /** The whole file; the same parts give the same bytes. */
  finish(date: Date): Uint8Array {
    const files = [
      { path: '[Content_Types].xml', bytes: textOf(this.contentTypes()) },
      ...[...this.relations].map(([from, own]) => ({ path: relationsPath(from), bytes: textOf(relationsOf(own)) })),
      ...[...this.parts].map(([path, { bytes }]) => ({ path, bytes })),
    ];
    return zipOf(files, date);
  }

  private contentTypes(): Xml {
    const own = [...this.parts].map(([path, { type }]) => xml`<Override PartName="/${path}" ContentType="${type}"/>`);
    return xml`<Types xmlns="${namespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${own}</Types>`;
  }
}

function textOf({ text }: Xml): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
}

function relationsPath(from: string): string {
  const folder = from === '' ? '' : `${dirname(from)}/`;
  return `${folder}_rels/${posix.basename(from)}.rels`;
}

function relationsOf(own: readonly Relationship[]): Xml {
  const all = own.map(({ id, type, target, external }) => {
    const mode = external ? xml` TargetMode="External"` : null;
    return xml`<Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`;
  });
  return xml`<Relationships xmlns="${namespace}/relationships">${all}</Relationships>`;
}
