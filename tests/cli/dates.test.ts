import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { temporaryFolder } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';
import { pshe } from '../helpers/pshe.js';

const poster = async (today: string) => {
  const out = temporaryFolder();
  await build({ what: ['campaign-cea'], kinds: ['poster'], profiles: ['somerset'], today, out });
  return (await openPdf(join(out, 'campaign-cea-public-poster-a4-somerset.pdf'))).text;
};

describe('an awareness day', () => {
  it('is the one to come', async () => {
    expect(await poster('2026-11-24')).toContain('Thursday 18 March');
    expect(await poster('2027-03-18')).toContain('Thursday 18 March');
  });

  it('on a weekend is shown with the day on which schools mark it', async () => {
    expect(await poster('2027-03-19')).toMatch(/Saturday\s18\sMarch\smarked on Friday\s17\sMarch/);
  });

  it('of which no date is known is named without one', async () => {
    const text = await poster('2028-03-19');
    expect(text).toContain('Child Exploitation');
    expect(text).not.toMatch(/\d\sMarch/);
    expect((await pshe(['list', 'days'])).out).toMatch(/Anti-Bullying Week\s+look again 2027-03-01/);
  });

  it('that is past is found by the check, in the line that gives it', async () => {
    const { out, code } = await pshe(['check', '--today', '2029-01-01']);
    expect(code).toBe(0);
    expect(out).toContain('Day was last on 18 March 2028; no later date is given.');
    const line = Number(/days\.yaml:(\d+):/.exec(out)?.[1]);
    expect(readFileSync('lessons/reference/days.yaml', 'utf8').split('\n')[line - 1]).toContain('2028-03-18');
  });

  it.each(['2027-02-30', 'tomorrow', '18 March'])('is not counted from “%s”', async (today) => {
    const { err, code } = await pshe(['build', '--today', today, '--dry-run']);
    expect(code).toBe(2);
    expect(err).toContain(`“${today}” is not a day.`);
  });
});
