import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfDict, PdfValue } from './objects.js';
import { PdfError, PdfRef, ValueReader, writeValue } from './objects.js';

/** An object that is new or changed: its value, and for a stream the bytes as they are stored. */
interface Change {
  value: PdfValue;
  data: Buffer | null;
}

/**
 * A PDF as Chromium writes it (one cross-reference table, no object streams), opened to be changed. Objects that nobody
 * asks for are never parsed, and are copied byte for byte.
 */
export class PdfFile {
  readonly trailer: PdfDict;
  private readonly text: string;
  private readonly bytes: Buffer;
  private readonly starts: number[];
  /** Where each object ends: at the next one. */
  private readonly ends = new Map<number, number>();
  private readonly values = new Map<number, PdfValue>();
  private readonly changes = new Map<number, Change | null>();
  private next: number;

  /** @throws PdfError when the bytes are not a PDF of that form */
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.text = this.bytes.toString('latin1');
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.text.slice(-64))?.[1] ?? Number.NaN);
    if (!this.text.startsWith('%PDF-1.') || this.text.slice(table, table + 4) !== 'xref') {
      throw new PdfError('The browser wrote a PDF of an unknown form.');
    }
    const rows = /^xref\s+0 (\d+)\s+/.exec(this.text.slice(table, table + 40)) as RegExpExecArray | null;
    if (!rows) throw new PdfError('The browser wrote a PDF with an unknown table of objects.');
    this.next = Number(rows[1]);
    const first = table + rows[0].length;
    this.starts = Array.from({ length: this.next }, (_, index) => {
      const row = first + index * 20;
      return this.text[row + 17] === 'n' ? Number(this.text.slice(row, row + 10)) : -1;
    });
    const order = this.starts.filter((start) => start >= 0).sort((one, other) => one - other);
    for (const [index, start] of order.entries()) this.ends.set(start, order[index + 1] ?? table);
    const trailer = new ValueReader(this.text, first + this.next * 20 + 'trailer'.length).read();
    if (!(trailer instanceof Map)) throw new PdfError('The PDF has no trailer.');
    this.trailer = trailer;
  }

  /** The numbers of all objects there are. */
  numbers(): number[] {
    return Array.from({ length: this.next }, (_, number) => number).filter((number) => this.exists(number));
  }

  /** The value of an object, or the value itself where it is none; null where there is no such object. */
  get(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfRef)) return value ?? null;
    const { number } = value;
    const change = this.changes.get(number);
    if (change !== undefined) return change?.value ?? null;
    const known = this.values.get(number);
    if (known !== undefined) return known;
    if (!this.exists(number)) return null;
    const read = this.reader(number).read();
    this.values.set(number, read);
    return read;
  }

  /** @throws PdfError when it is not a dictionary */
  dict(value: PdfValue | undefined): PdfDict {
    const found = this.get(value);
    if (found instanceof Map) return found;
    throw new PdfError(`A part of the PDF is missing${value instanceof PdfRef ? ` (object ${value.number})` : ''}.`);
  }

  /** An array, or an empty one where there is none. */
  array(value: PdfValue | undefined): PdfValue[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : [];
  }

  /** The bytes of a stream, unpacked. */
  stream(ref: PdfRef): Buffer {
    const dict = this.dict(ref);
    const data = this.changes.get(ref.number)?.data ?? this.rawStream(ref, dict);
    if (!data) throw new PdfError(`Object ${ref.number} of the PDF is not a stream.`);
    if (dict.get('Filter') === undefined) return data;
    if (dict.get('Filter') !== '/FlateDecode') throw new PdfError('A stream of the PDF is packed in an unknown way.');
    // Text packs to a fifth or less; a buffer near the size of the result saves growing it.
    return inflateSync(data, { chunkSize: Math.max(1024, data.length * 6) });
  }

  /** The bytes of a stream as they are stored, or null where the object is none. */
  private rawStream(ref: PdfRef, dict: PdfDict): Buffer | null {
    const reader = this.reader(ref.number);
    reader.read();
    reader.skipSpace();
    const head = /^stream\r?\n/.exec(this.text.slice(reader.at, reader.at + 8));
    const length = this.get(dict.get('Length'));
    if (!head || typeof length !== 'number') return null;
    const from = reader.at + head[0].length;
    return this.bytes.subarray(from, from + length);
  }

  /** Gives an object a new value. */
  set({ number }: PdfRef, value: PdfValue): void {
    this.changes.set(number, { value, data: null });
  }

  /** Changes entries of a dictionary, also of one that belongs to a stream. */
  change(ref: PdfRef, how: (dict: PdfDict) => void): void {
    const dict: PdfDict = new Map(this.dict(ref));
    const data = this.changes.get(ref.number)?.data ?? this.rawStream(ref, dict);
    how(dict);
    this.changes.set(ref.number, { value: dict, data });
  }

  /** Gives a stream new bytes, packed; its other entries stay. */
  setStream(ref: PdfRef, text: string): void {
    // Level 1 costs a third of the usual 6; files are 4 % larger for it.
    const data = deflateSync(Buffer.from(text, 'latin1'), { level: 1, chunkSize: Math.max(1024, text.length >> 1) });
    const value: PdfDict = new Map(this.dict(ref));
    value.set('Filter', '/FlateDecode');
    value.set('Length', data.length);
    this.changes.set(ref.number, { value, data });
  }

  /** Adds a stream as it is, not packed. */
  addPlainStream(dict: PdfDict, data: Buffer): PdfRef {
    const ref = this.reserve();
    this.changes.set(ref.number, { value: new Map([...dict, ['Length', data.length]]), data });
    return ref;
  }

  /** A number for a new object. */
  reserve(): PdfRef {
    const ref = new PdfRef(this.next);
    this.next += 1;
    this.changes.set(ref.number, { value: null, data: null });
    return ref;
  }

  add(value: PdfValue): PdfRef {
    const ref = this.reserve();
    this.set(ref, value);
    return ref;
  }

  remove({ number }: PdfRef): void {
    this.changes.set(number, null);
  }

  /** The whole file anew: unchanged objects as they were, one table, nothing of former versions. */
  write(): Buffer {
    const chunks: (Buffer | string)[] = [this.bytes.subarray(0, this.firstObject())];
    let at = this.firstObject();
    const offsets: (number | null)[] = [];
    const push = (chunk: Buffer | string) => {
      chunks.push(chunk);
      at += chunk.length;
    };
    for (let number = 0; number < this.next; number += 1) {
      const change = this.changes.get(number);
      if (change === null || !this.exists(number)) {
        offsets.push(null);
        continue;
      }
      offsets.push(at);
      if (change === undefined) {
        const start = this.starts[number] as number;
        push(this.bytes.subarray(start, this.ends.get(start)));
      } else {
        push(`${number} 0 obj\n${writeValue(change.value)}`);
        if (change.data) {
          push(' stream\n');
          push(change.data);
          push('\nendstream');
        }
        push('\nendobj\n');
      }
    }
    this.trailer.set('Size', this.next);
    push(`${tableOf(offsets)}trailer\n${writeValue(this.trailer)}\nstartxref\n${at}\n%%EOF\n`);
    return Buffer.concat(chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk)));
  }

  private exists(number: number): boolean {
    if (this.changes.has(number)) return this.changes.get(number) !== null;
    return (this.starts[number] ?? -1) >= 0;
  }

  private reader(number: number): ValueReader {
    const start = this.starts[number] as number;
    const head = `${number} 0 obj`;
    if (!this.text.startsWith(head, start))
      throw new PdfError(`Object ${number} of the PDF is not where it should be.`);
    return new ValueReader(this.text, start + head.length);
  }

  private firstObject(): number {
    return Math.min(...this.ends.keys());
  }
}

/** The cross-reference table (ISO 32000-1, 7.5.4); free objects are a chain that begins at 0. */
function tableOf(offsets: readonly (number | null)[]): string {
  const free = offsets.flatMap((offset, number) => (offset === null && number > 0 ? [number] : []));
  const rows = offsets.map((offset, number) => {
    if (offset !== null) return `${String(offset).padStart(10, '0')} 00000 n \n`;
    const next = number === 0 ? (free[0] ?? 0) : (free[free.indexOf(number) + 1] ?? 0);
    return `${String(next).padStart(10, '0')} ${number === 0 ? '65535' : '00001'} f \n`;
  });
  return `xref\n0 ${offsets.length}\n${rows.join('')}`;
}
