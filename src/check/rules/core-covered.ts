import { defineRule } from '../rule.js';
import { taughtPlans } from '../taught.js';
import { bandsInWords } from '../walk.js';

/** A programme comes back to what matters most, deeper each time. */
export const coreCovered = defineRule<{ statement: string; bands: string }>({
  id: 'core-covered',
  group: 'programme',
  severity: 'warn',
  off: 'It asks for a whole programme.',
  about: 'Each core statement is taught in at least two age bands.',
  message: ({ statement, bands }) =>
    bands === '' ? `No lesson teaches ${statement}.` : `${statement} is taught in ${bands} only.`,
  hint: () => 'Teach it in a lesson of another band, and name it there and in the activity.',
  *check(library) {
    const lessons = taughtPlans(library).filter(({ plan }) => 'unit' in plan);
    for (const { value, source, path } of library.statements.values()) {
      if (value.weight !== 'core') continue;
      const bands = new Set(
        lessons.filter(({ plan }) => (plan.statements as readonly string[]).includes(value.id)).map(({ band }) => band),
      );
      if (bands.size < 2)
        yield this.at(source, [...path, 'id'], { statement: value.id, bands: bandsInWords([...bands]) });
    }
  },
});
