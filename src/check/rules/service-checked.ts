import { provenFacts } from '../proofs.js';
import { defineRule } from '../rule.js';

/** Numbers, ages and addresses change without anybody telling us. */
export const serviceChecked = defineRule<{ name: string; checked: string; months: number }>({
  id: 'service-checked',
  group: 'exactness',
  severity: 'warn',
  dated: true,
  about: 'Services and law sentences have been looked at within the last year.',
  message: ({ name, checked, months }) => `“${name}” was last checked on ${checked}, more than ${months} months ago.`,
  hint: () => 'Open its own page, compare it with this entry, and write the day of that into “checked”.',
  *check(library) {
    const months = library.limits?.value['months-since-checked'];
    if (months === undefined) return;
    const oldest = monthsBefore(library.today, months);
    for (const { value, source, path } of provenFacts(library)) {
      if (value.proof.checked >= oldest) continue;
      const args = { name: value.name ?? value.id, checked: value.proof.checked, months };
      yield this.at(source, [...path, 'proof', 'checked'], args);
    }
  },
});

/** The day some months before another, as `2026-11-24`; the last of its month where there is no such day. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
