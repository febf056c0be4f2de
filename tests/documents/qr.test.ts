import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { composeJob, planBuild } from '../../src/build/plan.js';
import { lessonFolders } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import { findProfiles } from '../../src/library/profiles.js';
import { fixture } from '../helpers/folders.js';

const library = await loadLibrary(lessonFolders(fixture('gallery')), fixture('gallery'));
const profiles = await findProfiles(library, ['millbrook', 'somerset']);

/** The squares of a code as a camera sees them: eight pixels each, with the quiet zone of four squares round them. */
function photograph({ code, size }: { code: string; size: number }) {
  const side = (size + 8) * 8;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of code.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < 8; row += 1) {
      for (let column = 0; column < 8; column += 1) {
        const at = (((Number(y) + 4) * 8 + row) * side + (Number(x) + 4) * 8 + column) * 4;
        pixels.fill(0, at, at + 3);
      }
    }
  }
  return jsQR.default(pixels, side, side)?.data;
}

it.each(profiles)('the code on posters leads to the help page of the school', (profile) => {
  const jobs = planBuild(library, { what: ['campaign-gallery'], bands: [], kinds: ['poster'], profiles: [profile] });
  for (const job of jobs) {
    const { link } = composeJob(library, job) as unknown as { link: { code: string; size: number; address: string } };
    expect(photograph(link)).toBe(`https://${profile.value.link}`);
    expect(link.address).toBe(profile.value.link);
  }
});
