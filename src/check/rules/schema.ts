import { defineRule, fixedFor } from '../rule.js';

/** What can be wrong with the shape of a value. */
export type SchemaProblem =
  | 'missing'
  | 'unknown'
  | 'type'
  | 'choice'
  | 'pattern'
  | 'length'
  | 'count'
  | 'number'
  | 'other';

interface SchemaArgs {
  problem: SchemaProblem;
  /** The name of the field. */
  field: string;
  /** The offending value as written, shortened; empty when nothing is there. */
  value: string;
  /** What is allowed, in words. */
  allowed: readonly string[];
  /** The allowed word that is nearest to the one written. */
  nearest: string | null;
  /** What the schema says about the field, or nothing. */
  about: string;
  /** Whether the fields are the columns of a table. */
  table: boolean;
  [key: string]: string | readonly string[] | boolean | null;
}

/** The shape of a file follows the schema of its kind. */
export const schema = defineRule<SchemaArgs>({
  id: 'schema',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.reading,
  about: 'Each file has the fields of its kind, each with a value that fits.',
  message: ({ problem, field, value, allowed, table }) => {
    switch (problem) {
      case 'missing':
        return table ? `The column “${field}” is empty.` : `The field “${field}” is missing.`;
      case 'unknown':
        return `There is no field “${field}” here.`;
      case 'type':
        return `“${field}” is ${value}, but must be ${allowed.join(' or ')}.`;
      case 'choice':
        return `“${field}” is “${value}”, which is not one of the words allowed.`;
      case 'pattern':
        return `“${field}” is “${value}”, which is not written as it must be.`;
      case 'count':
        return `“${field}” has ${value}, but must have ${allowed.join(' and ')}.`;
      default:
        return `“${field}” is ${value}, but must be ${allowed.join(' and ')}.`;
    }
  },
  hint: ({ problem, field, allowed, nearest, about, table }) => {
    const meant = nearest ? `Did you mean “${nearest}”? ` : '';
    switch (problem) {
      case 'missing':
        if (table) return `Fill it in.${allowed[0] ? ` ${allowed[0]}` : ''}`;
        return `Add a line that begins “${field}:”.${allowed[0] ? ` ${allowed[0]}` : ''}`;
      case 'unknown':
        return `${meant}The fields here are: ${allowed.join(', ')}.`;
      case 'choice':
        return `${meant}Allowed: ${allowed.join(', ')}.`;
      case 'pattern':
        return [about, ...allowed].filter(Boolean).join(' ');
      default:
        return about;
    }
  },
});
