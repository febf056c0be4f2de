import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PdfValue } from '../../../src/formats/pdf/objects.js';
import {
  PdfError,
  PdfRef,
  PdfString,
  textOf,
  textString,
  ValueReader,
  writeValue,
} from '../../../src/formats/pdf/objects.js';

const read = (text: string) => new ValueReader(text, 0).read();

describe('values of the PDF language', () => {
  it.each([
    ['12', 12],
    ['-.5', -0.5],
    ['+3.', 3],
    ['true', true],
    ['null', null],
    ['/Name', '/Name'],
    ['/A#20B', '/A#20B'],
    ['12 0 R', new PdfRef(12)],
    ['(plain)', new PdfString('plain')],
    ['(a (nested) \\) \\\\ \\101\\n)', new PdfString('a (nested) ) \\ A\n')],
    ['<48 65 6>', new PdfString('He`')],
    ['[1 2 0 R /X (s)]', [1, new PdfRef(2), '/X', new PdfString('s')]],
    [
      '<</A 1/B<</C [1 0 R]>>>>',
      new Map<string, unknown>([
        ['A', 1],
        ['B', new Map([['C', [new PdfRef(1)]]])],
      ]),
    ],
  ])('reads %s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each(['', '<</A', '(open', '<0', '[1', '@'])('refuses “%s”', (text) => {
    expect(() => read(text)).toThrow(PdfError);
  });

  const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -1e6, max: 1e6 }).map((number) => number / 1000 + 0),
      fc.stringMatching(/^[A-Za-z0-9.#+-]{1,12}$/).map((name): PdfValue => `/${name}`),
      fc.nat({ max: 9999 }).map((number) => new PdfRef(number)),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => new PdfString(Buffer.from(bytes).toString('latin1'))),
      fc.array(tie('value'), { maxLength: 5 }),
      fc
        .array(fc.tuple(fc.stringMatching(/^[A-Za-z]{1,8}$/), tie('value')), { maxLength: 5 })
        .map((entries) => new Map(entries)),
    ),
  }));

  it('come back as they were written', () => {
    fc.assert(
      fc.property(value, (any) => {
        expect(read(writeValue(any))).toEqual(any);
      }),
    );
  });

  it('keep any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textOf(read(writeValue(textString(text))))).toBe(text);
      }),
    );
  });
});
