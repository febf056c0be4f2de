import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineHtml, plainText } from '../../src/html/inline.js';

describe('texts in pages', () => {
  it('show emphasis and nothing else as a tag', () => {
    expect(inlineHtml('Say _stop_, and _mean it_.')).toBe('Say <strong>stop</strong>, and <strong>mean it</strong>.');
    expect(plainText('Say _stop_.')).toBe('Say stop.');
  });

  it('leave underscores inside words alone', () => {
    expect(inlineHtml('example.org/a_b_c and snake_case_')).toBe('example.org/a_b_c and snake_case_');
  });

  it('can never bring tags, quotes or template marks of their own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const html = inlineHtml(`_a_ ${text}`).replaceAll('<strong>', '').replaceAll('</strong>', '');
        expect(html).not.toMatch(/[<>"]/);
      }),
    );
    expect(inlineHtml('{{danger}} <script>')).toBe('{{danger}} &lt;script&gt;');
  });
});
