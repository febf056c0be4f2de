import type { Mend } from '../open.js';
import { contentOf } from '../structure.js';

/** Marks everything that is painted outside of the structure as an artifact (rule 7.1-3). */
export const markArtifacts: Mend = ({ roots, streams }) => {
  const read = new Set(contentOf(roots).map(({ page, form, mcid }) => `${(form ?? page).number}/${mcid}`));
  for (const { owner, scan, edits } of streams.all) {
    for (const { from, to, mcid } of scan.regions) {
      if (!read.has(`${owner.number}/${mcid}`)) edits.push({ from, to, text: '/Artifact BMC' });
    }
    for (const { from, to } of scan.loose) {
      edits.push({ from, to: from, text: '/Artifact BMC\n' }, { from: to, to, text: '\nEMC' });
    }
  }
};
