import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges } from '../../src/compare/words.js';
import type { PlacedWord } from '../../src/formats/pdf/words.js';

/** Words of a text for each page. */
const pages = (...texts: string[]): PlacedWord[] =>
  texts.flatMap((text, index) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((word) => ({ word, page: index + 1 })),
  );

describe('words that differ', () => {
  it('are those that were put in the place of others, with what stands before them', () => {
    expect(
      wordChanges(
        pages('One voice at a time.', 'You may pass at any time.'),
        pages('One voice at a time.', 'You may pass whenever you like.'),
      ),
    ).toEqual([{ gone: 'at any time.', added: 'whenever you like.', after: 'time. You may pass', pages: [2] }]);
  });

  it('are new or gone, each on the page of the document that has them', () => {
    const first = pages('Listen very calmly to them.', 'Tell the lead at once.');
    const second = pages('Listen calmly to them. Tell the lead today at once.');
    expect(wordChanges(first, second)).toEqual([
      { gone: 'very', added: '', after: 'Listen', pages: [1] },
      { gone: '', added: 'today', after: 'them. Tell the lead', pages: [1] },
    ]);
    expect(wordChanges(second, first)).toContainEqual({
      gone: 'today',
      added: '',
      after: 'them. Tell the lead',
      pages: [1],
    });
    expect(wordChanges(pages('One.', 'Two.'), pages('One.'))).toMatchObject([{ gone: 'Two.', pages: [2] }]);
  });

  it('are none where a text only moves to another page', () => {
    expect(wordChanges(pages('One voice at', 'a time.'), pages('One voice', 'at a time.'))).toEqual([]);
  });

  it('begin where their page does, if its first word is that of others', () => {
    const [short, long] = [pages('Think One.', 'Think Two.'), pages('Think One.', 'Think New.', 'Think Two.')];
    const after = { after: 'Think One.', pages: [2] };
    expect(wordChanges(short, long)).toEqual([{ gone: '', added: 'Think New.', ...after }]);
    expect(wordChanges(long, short)).toEqual([{ gone: 'Think New.', added: '', ...after }]);
  });

  it('come once where the same has changed in several places', () => {
    const [one, other] = ['0800 1111', '0800 2222'].map((number) => {
      return pages(`Call ${number} at any time.`, 'Nothing here.', `Or write. Else ${number} it is.`);
    });
    expect(wordChanges(one as PlacedWord[], other as PlacedWord[])).toEqual([
      { gone: '1111', added: '2222', after: 'Call 0800', pages: [1, 3] },
    ]);
  });

  it('are one change where only a word or two between them are the same', () => {
    const [one, other] = [pages('Ask gently and listen well today.'), pages('Wait kindly and speak up today.')];
    expect(wordChanges(one, other)).toEqual([
      { gone: 'Ask gently and listen well', added: 'Wait kindly and speak up', after: '', pages: [1] },
    ]);
  });

  it('are not listed where nearly all do', () => {
    const many = (word: string) => pages(Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' '));
    expect(wordChanges(many('a'), many('b'))).toBeNull();
  });

  it('stand in a row in their document, and are none only where the texts are the same', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [first, second] = [one.join(' '), other.join(' ')];
        const changes = wordChanges(pages(first), pages(second)) ?? [];
        expect(changes.length === 0).toBe(first === second);
        for (const { gone, added, after } of changes) {
          expect(first).toContain(gone);
          expect(second).toContain([after, added].filter(Boolean).join(' '));
        }
      }),
    );
  });
});
