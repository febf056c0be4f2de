import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planBuild } from '../../src/build/plan.js';
import { packagedLessons } from '../../src/library/content.js';
import type { Entry } from '../../src/library/library.js';
import { loadLibrary } from '../../src/library/load.js';
import type { Lesson, Profile } from '../../src/library/types.js';
import { selectPlan, selectPoster, selectSocial } from '../../src/select/select.js';
import { contentWith } from '../helpers/folders.js';

const school = (more: string) => `id: demo\nname: Demo School\nkind: school\nnation: england\n${more}`;

async function withProfile(more: string) {
  const folder = contentWith({ 'profiles/demo.yaml': school(more) });
  const library = await loadLibrary([packagedLessons, join(folder, 'lessons')], folder);
  expect(library.findings).toEqual([]);
  const profile = library.profiles.get('demo') as Entry<Profile>;
  const plan = (what: string) => planBuild(library, { what: [what], bands: [], kinds: [], profiles: [profile] });
  return { library, profile, plan };
}

describe('a school', () => {
  it('that leaves out a lesson gets no document of it', async () => {
    const { plan } = await withProfile('leave-out:\n  lessons: [ks3-respect-1]\n');
    expect(plan('ks3-respect-1')).toEqual([]);
    expect(plan('tutor-cea')).not.toEqual([]);
  });

  it('that leaves out an activity gets a shorter lesson, which says so', async () => {
    const { library, profile } = await withProfile('leave-out:\n  activities: [ks3-respect-1/feelings]\n');
    const entry = library.lessons.get('ks3-respect-1') as Entry<Lesson>;
    const without = entry.value.activities.find(({ id }) => id === 'feelings')?.minutes ?? 0;
    const selected = selectPlan(library, entry, 'ks3', profile);
    expect(selected.plan.minutes).toBe(60 - without);
    expect(selected.plan.activities.map(({ id }) => id)).not.toContain('feelings');
    expect(selected.leftOut).toEqual([{ title: expect.any(String), minutes: without }]);
  });

  it('without younger pupils gets posters gated at its own youngest', async () => {
    const { library, profile, plan } = await withProfile('youngest-band: ks5\n');
    const campaign = library.campaigns.get('campaign-cea');
    expect(selectPoster(library, campaign as never, 'pupils', profile).band.id).toBe('ks5');
    expect(selectPoster(library, campaign as never, 'pupils', null).band.id).toBe('ks3');
    expect(new Set(plan('campaign-cea').map(({ band }) => band))).toEqual(new Set(['ks5']));
  });

  it('is named in pictures for the public, and nobody who works there is', async () => {
    const people = 'adult: { name: Ms Okafor }\nlead: { name: Mr Stone }\n';
    const { library, profile } = await withProfile(people);
    const campaign = library.campaigns.get('campaign-abw') as never;
    expect(JSON.stringify(selectPoster(library, campaign, 'staff', profile).poster)).toContain('Stone');
    const selected = JSON.stringify(selectSocial(library, campaign, 'staff-post', profile));
    expect(selected).toContain('The safeguarding lead');
    expect(selected).not.toMatch(/Stone|Okafor/);
  });

  it('in another nation is sent to no service that is not there', async () => {
    const { library, profile } = await withProfile('');
    const abroad = { ...profile, value: { ...profile.value, nation: 'scotland' as const } };
    const selected = selectPoster(library, library.campaigns.get('campaign-cea') as never, 'public', abroad);
    expect(selected.services.has('pace')).toBe(false);
    expect(selected.services.has('childline')).toBe(true);
  });
});
