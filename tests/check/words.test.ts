import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/check/words.js';

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const pieces = ['Ask', 'a', 'friend', 'A', '9', ' ', ' ', ' ', '.', '!', '?', '…', ',', '“', '”', '‘', '’', '"', "'"];
const texts = fc
  .array(fc.constantFrom(...pieces, '(', ')', ':', ';', '\n', '-', '_', '$service.childline', 'e.g.', 'é'), {
    minLength: 1,
  })
  .map((parts) => parts.join(''));

describe('the sentences of a text', () => {
  it('are those that Unicode finds, whatever marks stand where', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = [...segmenter.segment(text)].map(({ segment }) => segment.trimEnd());
        expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('lie in the text where they say', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const sentence of sentencesOf(text)) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      }),
    );
  });
});
