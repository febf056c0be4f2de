import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../helpers/pshe.js';

interface Schema {
  [key: string]: unknown;
  properties?: Record<string, Schema>;
}

const folder = join(root, 'schemas');
const schemas = readdirSync(folder).map((name): [string, Schema] => [
  name,
  JSON.parse(readFileSync(join(folder, name), 'utf8')),
]);

/** Every object in a schema with the way to it. */
function* within(node: unknown, way: string): Generator<[string, Schema]> {
  if (node === null || typeof node !== 'object') return;
  yield [way, node as Schema];
  for (const [key, inner] of Object.entries(node)) yield* within(inner, `${way}/${key}`);
}

describe.each(schemas)('%s', (_name, schema) => {
  it('says of every field what it is', () => {
    const silent = [...within(schema, '')].flatMap(([way, { properties }]) =>
      Object.entries(properties ?? {})
        .filter(([, field]) => !field.description && !field.$ref && !('const' in field))
        .map(([key]) => `${way}/${key}`),
    );
    expect(silent).toEqual([]);
  });

  it('has an example, which fits, wherever a value must look in a certain way', () => {
    const wrong = [...within(schema, '')]
      .filter(([, { pattern }]) => typeof pattern === 'string')
      .filter(([, { pattern, examples }]) => {
        const [example] = (examples ?? []) as string[];
        return !example || !new RegExp(pattern as string, 'u').test(example);
      });
    expect(wrong.map(([way]) => way)).toEqual([]);
  });
});
