import type { ErrorObject } from 'ajv';
import type { Files } from './types.js';

/** A validator that scripts/generate.js compiled from a schema; `errors` belongs to its latest call. */
export interface Validator {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

declare const validators: { [Kind in keyof Files]: Validator };
export = validators;
