/** A name with its slash, such as `/Type`. */
export type PdfName = `/${string}`;

/** A reference to an object of the file. */
export class PdfRef {
  constructor(readonly number: number) {}
}

/** A string of bytes, one character each. */
export class PdfString {
  constructor(readonly bytes: string) {}
}

/** A dictionary; the keys are written without their slash. */
export type PdfDict = Map<string, PdfValue>;

export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfDict | PdfValue[];

/** A PDF that is not of the form that Chromium writes, or misses what it needs. */
export class PdfError extends Error {}

const keyword = /(?:true|false|null)/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const reference = /\d+ \d+ R/y;
const name = /\/[^\s()<>[\]{}/%]*/y;
const hexString = /<([0-9A-Fa-f\s]*)>/y;
const plainString = /\(([^()\\\r]*)\)/y;

/**
 * Reads values of the PDF language (ISO 32000-1, 7.3) from text in which each character is one byte. Comments do not
 * occur in what Chromium writes and are refused.
 */
export class ValueReader {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** Reads one value and stops behind it. */
  read(): PdfValue {
    this.skipSpace();
    const char = this.text[this.at];
    if (char === '/') return this.name();
    if (char === '<') return this.text[this.at + 1] === '<' ? this.dict() : this.hex();
    if (char === '[') return this.array();
    if (char === '(') return this.string();
    reference.lastIndex = this.at;
    if (reference.test(this.text)) {
      const number = Number.parseInt(this.text.slice(this.at, this.at + 10), 10);
      this.at = reference.lastIndex;
      return new PdfRef(number);
    }
    const digits = this.match(number);
    if (digits) return Number(digits[0]);
    const word = this.match(keyword)?.[0];
    if (word === undefined) throw new PdfError(`Nothing that can be read at byte ${this.at}.`);
    return word === 'null' ? null : word === 'true';
  }

  skipSpace(): void {
    for (; ; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 12 && code !== 0) return;
    }
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private name(): PdfName {
    return (this.match(name) as RegExpExecArray)[0] as PdfName;
  }

  private dict(): PdfDict {
    const dict: PdfDict = new Map();
    this.at += 2;
    for (;;) {
      this.skipSpace();
      if (this.text.startsWith('>>', this.at)) break;
      const key = this.match(name)?.[0];
      if (key === undefined) throw new PdfError(`A dictionary without an end at byte ${this.at}.`);
      dict.set(key.slice(1), this.read());
    }
    this.at += 2;
    return dict;
  }

  private array(): PdfValue[] {
    const array: PdfValue[] = [];
    this.at += 1;
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] === ']') break;
      array.push(this.read());
    }
    this.at += 1;
    return array;
  }

  private hex(): PdfString {
    const digits = this.match(hexString)?.[1]?.replace(/\s/g, '');
    if (digits === undefined) throw new PdfError(`A string without an end at byte ${this.at}.`);
    return new PdfString(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1'));
  }

  private string(): PdfString {
    const plain = this.match(plainString);
    if (plain) return new PdfString(plain[1] as string);
    let bytes = '';
    let depth = 0;
    for (this.at += 1; ; this.at += 1) {
      const char = this.text[this.at];
      if (char === undefined) throw new PdfError('A string without an end.');
      if (char === ')' && depth === 0) break;
      if (char === '\\') {
        bytes += this.escaped();
        continue;
      }
      if (char === '(') depth += 1;
      if (char === ')') depth -= 1;
      bytes += char;
    }
    this.at += 1;
    return new PdfString(bytes);
  }

  private escaped(): string {
    const octal = /[0-7]{1,3}/y;
    octal.lastIndex = this.at + 1;
    const code = octal.exec(this.text)?.[0];
    this.at += code?.length ?? 1;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    const char = this.text[this.at] as string;
    return escapes[char] ?? char;
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };

/** Writes a value as Chromium does, with single spaces. */
export function writeValue(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof PdfRef) return `${value.number} 0 R`;
  if (value instanceof PdfString) return writeString(value.bytes);
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`;
  let text = '<<';
  for (const [key, entry] of value) text += `/${key} ${writeValue(entry)}\n`;
  return `${text.trimEnd()}>>`;
}

/** PDF knows no exponents (ISO 32000-1, 7.3.3); eight places are finer than any printer. */
function writeNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(8).replace(/\.?0+$/, '');
}

function writeString(bytes: string): string {
  if (/^[\x20-\x7e]*$/.test(bytes)) return `(${bytes.replace(/[()\\]/g, '\\$&')})`;
  return `<${Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()}>`;
}

/** Text as a PDF text string (ISO 32000-1, 7.9.2.2): as it is where it is plain ASCII, else as UTF-16 with its mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfString(text);
  return new PdfString(`\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`);
}

/** The text of a PDF text string; what has no mark of UTF-16 is taken as Latin. */
export function textOf(value: PdfValue | undefined): string | null {
  if (!(value instanceof PdfString)) return null;
  if (!value.bytes.startsWith('\xfe\xff')) return value.bytes;
  const units = Buffer.from(value.bytes.slice(2), 'latin1');
  return units
    .subarray(0, units.length & ~1)
    .swap16()
    .toString('utf16le');
}

/** A dictionary of entries; those that are undefined are left out. */
export function dictOf(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  const dict: PdfDict = new Map();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) dict.set(key, value);
  return dict;
}
