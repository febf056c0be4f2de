import { hasIcon, iconNames } from '../../html/icons.js';
import { nearest } from '../../terminal/nearest.js';
import { defineRule, fixedFor } from '../rule.js';

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
  value({ entry, value, path }) {
    return path.at(-1) === 'icon' && typeof value === 'string' && !hasIcon(value)
      ? [this.at(entry.source, path, { icon: value, nearest: nearest(value, iconNames()) })]
      : [];
  },
});
