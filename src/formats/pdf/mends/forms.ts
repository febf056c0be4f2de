import type { Mend } from '../open.js';
import { contentOf } from '../structure.js';

/**
 * Text in a group (with opacity, a blend mode or a transform) is drawn by a form. Chromium up to 147 goes on with the
 * numbers of the page inside it, but names the page in the structure: name the form instead (rule 7.1-3).
 */
export const nameForms: Mend = ({ roots, streams }) => {
  for (const content of contentOf(roots)) {
    if (content.form) continue;
    if (streams.region(content)) continue;
    const { page, mcid } = content;
    const form = streams.all.find(
      (stream) => stream.isForm && stream.page.number === page.number && stream.regions.has(mcid),
    );
    if (form) content.form = form.owner;
  }
};
