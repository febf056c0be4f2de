import { afterEach, describe, expect, it, vi } from 'vitest';
import { progress } from '../../src/terminal/progress.js';

/** Runs a display over two documents, as a terminal of this width would see it. */
function shownOn(terminal: { isTTY: boolean; columns: number }, quiet = false): string {
  const written: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  for (const [name, value] of Object.entries(terminal)) {
    Object.defineProperty(process.stderr, name, { value, configurable: true });
  }
  const display = progress(quiet);
  display.start(2);
  display.done('a.pdf', 'made');
  display.done('b.pdf', 'failed');
  display.stop();
  return written.join('');
}

describe('progress', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is one line a document where there is no terminal', () => {
    expect(shownOn({ isTTY: false, columns: 80 })).toBe('1/2 a.pdf\n2/2 b.pdf FAILED\n');
  });

  it('is the same on a terminal that does not know its width, which would be drawn over for ever', () => {
    expect(shownOn({ isTTY: true, columns: 0 })).toBe('1/2 a.pdf\n2/2 b.pdf FAILED\n');
  });

  it('says nothing when nobody wants to hear', () => {
    expect(shownOn({ isTTY: true, columns: 80 }, true)).toBe('');
  });
});
