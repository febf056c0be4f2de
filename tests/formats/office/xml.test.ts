import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attributes, xml } from '../../../src/formats/office/xml.js';
import { parseXml } from '../../helpers/office.js';

/** Any text that a lesson may hold: the reader refuses characters that no document may have. */
const text = fc
  .string({ unit: 'binary' })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this leaves out
  .map((any) => any.replace(/[\u0000-\u001F\uFFFE\uFFFF]/g, ' ').replace(/\p{Surrogate}/gu, ' '))
  .chain((any) => fc.constantFrom(any, `${any}<&>"'`, `]]>${any}`, `<!--${any}-->`));

it('holds any text as it is, between tags and in attributes', () => {
  fc.assert(
    fc.property(text, text, (inner, value) => {
      const { text: whole } = xml`<a${attributes({ b: value, none: null })}>${inner}${[xml`<c/>`, null]}</a>`;
      const read = parseXml(whole);
      expect(read.attributes).toEqual({ b: value });
      expect(read.inner.filter((one) => typeof one === 'string').join('')).toBe(inner);
    }),
  );
});
