import { provenFacts } from '../proofs.js';
import { defineRule, fixedFor } from '../rule.js';

const known = {
  conflicting: 'Sources disagree about',
  unverified: 'Nobody has looked up',
} as const;

/** A number that is wrong keeps somebody from help, and a sentence of the law that is wrong is believed. */
export const factSettled = defineRule<{ mark: keyof typeof known; name: string }>({
  id: 'fact-settled',
  group: 'exactness',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'Services and law sentences are known for certain.',
  message: ({ mark, name }) => `${known[mark]} “${name}”, and documents would print it.`,
  hint: () => 'Find it in the body’s own publication, write that into “source” and “verified” here; or take it out.',
  *check(library) {
    for (const { value, source, path } of provenFacts(library)) {
      const { mark } = value.proof;
      if (mark === 'verified' || mark === 'reported') continue;
      yield this.at(source, [...path, 'proof', 'mark'], { mark, name: value.name ?? value.id });
    }
  },
});
