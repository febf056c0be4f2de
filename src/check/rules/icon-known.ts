import { hasIcon, iconNames } from '../../html/icons.js';
import type { Entry } from '../../library/library.js';
import { nearest } from '../../terminal/nearest.js';
import { defineRule, fixedFor } from '../rule.js';
import { authored, walk } from '../walk.js';

/** An icon is named as Phosphor names it. */
export const iconKnown = defineRule<{ icon: string; nearest: string | null }>({
  id: 'icon-known',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'Every icon is one of the Phosphor icons.',
  message: ({ icon }) => `There is no icon “${icon}”.`,
  hint: ({ nearest: near }) =>
    near ? `Did you mean “${near}”?` : 'Look for one at phosphoricons.com and write its name as it stands there.',
  *check(library) {
    const frame = library.frame ? [library.frame as unknown as Entry<{ id: string }>] : [];
    for (const entry of [...authored(library), ...frame]) {
      for (const { value, path } of walk(entry)) {
        if (path.at(-1) === 'icon' && typeof value === 'string' && !hasIcon(value)) {
          yield this.at(entry.source, path, { icon: value, nearest: nearest(value, iconNames()) });
        }
      }
    }
  },
});
