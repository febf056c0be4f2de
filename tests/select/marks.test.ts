import { describe, expect, it } from 'vitest';
import { packagedLessons } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import type { MarkContext } from '../../src/select/marks.js';
import { marksIn, resolveMarks } from '../../src/select/marks.js';
import { schoolFor, servicesFor } from '../../src/select/school.js';

const library = await loadLibrary([packagedLessons], packagedLessons);

function context(profile: string | null, band: 'ks3' | 'ks4' = 'ks3'): MarkContext {
  return {
    school: schoolFor(library, profile === null ? null : (library.profiles.get(profile) ?? null), band),
    services: servicesFor(library, band, 'england'),
    laws: new Map([...library.laws].map(([id, entry]) => [id, entry.value])),
    words: new Map([['trust', 'trust']]),
    frame: new Map([['ask', 'Ask $adult.']]),
    day: { name: 'The Day', date: 'Thursday 18 March' },
  };
}

describe('marks in texts', () => {
  it('name people of the school, or say it in neutral words', () => {
    expect(resolveMarks('Talk to $adult.', context('millbrook'))).toBe('Talk to Ms\u00A0Rahman.');
    expect(resolveMarks('$Adult listens.', context(null))).toBe('A trusted adult in school listens.');
  });

  it('bring numbers that never break over a line', () => {
    expect(resolveMarks('Ring $service.childline.phone.', context(null))).toBe('Ring 0800\u00A01111.');
    expect(resolveMarks('$service.shout helps.', context(null))).toBe('Shout (text SHOUT to 85258) helps.');
    expect(resolveMarks('$service.somerset-social-care.phone', context('somerset'))).toBe('0300\u00A0123\u00A02224');
  });

  it('bring key words, law sentences, the day, and lines of the frame with their own marks', () => {
    expect(resolveMarks('$word.trust counts.', context(null))).toBe('_trust_ counts.');
    expect(resolveMarks('$law.threats', context(null))).toContain('is a crime');
    expect(resolveMarks('$day.name, $day.date', context(null))).toBe('The Day, Thursday 18 March');
    expect(resolveMarks('$frame.ask', context('millbrook'))).toBe('Ask Ms\u00A0Rahman.');
  });

  it('leave sums of money and unknown marks as they were typed', () => {
    expect(resolveMarks('It costs $5 or US$ 6, $nobody knows.', context(null))).toBe(
      'It costs $5 or US$ 6, $nobody knows.',
    );
  });

  it('are found with their parts, without the full stop behind them', () => {
    expect(marksIn('See $service.report-remove.web. Then $quiet-place')).toEqual([
      { text: '$service.report-remove.web', name: 'service', parts: ['report-remove', 'web'], index: 4 },
      { text: '$quiet-place', name: 'quiet-place', parts: [], index: 37 },
    ]);
  });

  it('hold no service that the band may not see', () => {
    const services = new Map([...context(null).services].filter(([id]) => id !== 'childline'));
    expect(resolveMarks('$service.childline', { ...context(null), services })).toBe('$service.childline');
  });
});
