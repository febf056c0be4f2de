import type { ErrorObject } from 'ajv';
import * as validators from '#validators';
import type { Finding } from '../check/rule.js';
import type { SchemaProblem } from '../check/rules/schema.js';
import { schema } from '../check/rules/schema.js';
import type { YamlTrap } from '../check/rules/yaml-syntax.js';
import { yamlSyntax } from '../check/rules/yaml-syntax.js';
import { count } from '../terminal/count.js';
import { nearest } from '../terminal/nearest.js';
import type { Path } from './place.js';
import type { SourceFile } from './source-file.js';
import type { Files } from './types.js';

export type FileKind = keyof Files;

/** Data in which nothing was wrong, and as what: a build that watches meets most of it again and again. */
const sound = new WeakMap<object, FileKind>();

/** What the schema of the kind finds wrong, in plain words; empty when the data has the type `Files[kind]`. */
export function validate(source: SourceFile, kind: FileKind): Finding[] {
  const data = source.data as object | null;
  const isObject = typeof data === 'object' && data !== null;
  if (isObject && sound.get(data) === kind) return [];
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: every validator is in the same generated module
  const validator = validators[kind];
  if (validator(data)) {
    if (isObject) sound.set(data, kind);
    return [];
  }
  const errors = (validator.errors ?? []).filter((error) => !echoes.has(error.keyword));
  return once(withoutMistyped(errors)).map((error) => explain(source, error));
}

/** A field is not missing when it stands there under a mistyped name. */
function withoutMistyped(errors: ErrorObject[]): ErrorObject[] {
  const meant = errors.flatMap((error) => {
    if (error.keyword !== 'additionalProperties') return [];
    const near = nearest(String(error.params.additionalProperty), knownFields(error));
    return near === null ? [] : [`${error.instancePath} ${near}`];
  });
  return errors.filter(
    ({ keyword, instancePath, params }) =>
      keyword !== 'required' || !meant.includes(`${instancePath} ${String(params.missingProperty)}`),
  );
}

/** Keywords whose errors only repeat that something below them is wrong. */
const echoes = new Set(['oneOf', 'anyOf', 'if', 'discriminator']);

/** Says once what several branches of a schema say of the same value. */
function once(errors: ErrorObject[]): ErrorObject[] {
  const said = new Set<string>();
  return errors.filter((error) => {
    const own = `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`;
    return !said.has(own) && said.add(own);
  });
}

function explain(source: SourceFile, error: ErrorObject): Finding {
  const path = pathOf(error.instancePath, source.data);
  const value = valueAt(source.data, path);
  const nameOf = (to: Path) => source.column?.(to) ?? fieldName(to);
  const params = error.params as Record<string, unknown>;
  const at = (
    problem: SchemaProblem,
    args: { field?: string; value?: string; allowed?: string[]; nearest?: string | null },
    to: Path = path,
    part: 'key' | 'value' = 'value',
  ) =>
    schema.at(
      source,
      to,
      {
        problem,
        field: args.field ?? nameOf(path),
        value: args.value ?? shown(value),
        allowed: args.allowed ?? [],
        nearest: args.nearest ?? null,
        about: describe(error),
        table: source.column !== undefined,
      },
      part,
    );

  switch (error.keyword) {
    case 'required': {
      const name = String(params.missingProperty);
      const about = describeField(error, name);
      return at('missing', { field: nameOf([...path, name]), value: '', allowed: about ? [about] : [] }, path, 'key');
    }
    case 'additionalProperties': {
      const name = String(params.additionalProperty);
      const known = knownFields(error);
      if (takesText(error)) return yamlSyntax.at(source, path, { trap: trapOfFields(source, path) });
      return at(
        'unknown',
        { field: name, value: '', allowed: known, nearest: nearest(name, known) },
        [...path, name],
        'key',
      );
    }
    case 'type':
      if (takesText(error) && kindOf(value) === 'a group of fields')
        return yamlSyntax.at(source, path, { trap: trapOfFields(source, path) });
      if (typeof value === 'string' && /^[a-z-]+:\S/.test(value))
        return yamlSyntax.at(source, path, { trap: 'no-space' });
      if (kindOf(value) === 'a group of fields' && Object.keys(value as object)[0]?.startsWith('-'))
        return yamlSyntax.at(source, [...path, Object.keys(value as object)[0] as string], { trap: 'no-space' }, 'key');
      return at('type', { value: kindOf(value), allowed: typesInWords(params.type) });
    case 'enum': {
      const words = (params.allowedValues as unknown[]).map(String);
      return at('choice', { value: plain(value), allowed: words, nearest: nearest(plain(value), words) });
    }
    case 'const':
      return at('choice', { value: plain(value), allowed: [String(params.allowedValue)] });
    case 'pattern': {
      return at('pattern', { value: plain(value), allowed: [patternInWords(error)] });
    }
    case 'minLength':
      return at('length', { value: 'empty', allowed: [`at least ${String(params.limit)} characters long`] });
    case 'maxLength':
      return at('length', {
        value: `${String(value).length} characters long`,
        allowed: [`at most ${String(params.limit)} characters long`],
      });
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties': {
      const number = Array.isArray(value) ? value.length : Object.keys(value as object).length;
      const bound = error.keyword.startsWith('min') ? 'at least' : 'at most';
      const noun = error.keyword.endsWith('Items') ? 'item' : 'field';
      return at('count', { value: count(number, noun), allowed: [`${bound} ${String(params.limit)}`] });
    }
    case 'minimum':
    case 'maximum':
      return at('number', {
        value: shown(value),
        allowed: [`${error.keyword === 'minimum' ? 'at least' : 'at most'} ${String(params.limit)}`],
      });
    case 'uniqueItems':
      return at('other', { value: 'a list with the same item twice', allowed: ['a list of different items'] });
    default:
      return at('other', { allowed: [error.message ?? 'different'] });
  }
}

/** `/activities/2/title` as keys and positions. */
function pathOf(pointer: string, data: unknown): (string | number)[] {
  let node = data;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(node) ? Number(key) : key;
      node = (node as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce((node: unknown, step) => (node as Record<string | number, unknown> | undefined)?.[step], data);
}

function fieldName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return last;
  return `item ${last + 1} of ${fieldName(path.slice(0, -1))}`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function shown(value: unknown): string {
  const text = plain(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `${value} (yes or no)`;
  return `the text “${shown(value)}”`;
}

function typesInWords(types: unknown): string[] {
  const words: Record<string, string> = {
    string: 'a text',
    object: 'a group of fields',
    array: 'a list',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  };
  const list = (Array.isArray(types) ? types : [types]) as string[];
  if (list.includes('string') && list.includes('object')) return ['a text', 'a text for each band (ks3:, ks4:, ks5:)'];
  if (list.includes('array') && list.includes('object')) return ['a list', 'a list for each band (ks3:, ks4:, ks5:)'];
  return list.map((type) => words[type] ?? type);
}

/** What the schema says about the value, and an example of it. */
function describe({ parentSchema }: ErrorObject): string {
  const { description = '' } = (parentSchema ?? {}) as { description?: string };
  return description;
}

/** Every schema with a pattern has an example; a test sees to it. */
function patternInWords({ parentSchema }: ErrorObject): string {
  const { examples = [] } = (parentSchema ?? {}) as { examples?: unknown[] };
  const example = String(examples[0]);
  return `For example: ${example.startsWith('#') ? `"${example}"` : example}`;
}

interface ObjectSchema {
  properties?: Record<string, { description?: string }>;
}

/** Whether the schema wants a text, which may also be one text for each band. */
function takesText(error: ErrorObject): boolean {
  const { type } = (error.parentSchema ?? {}) as { type?: string | string[] };
  return [type].flat().includes('string');
}

/** Why YAML read fields where a text was meant. */
function trapOfFields(source: SourceFile, path: Path): YamlTrap {
  const { line, column } = source.place(path);
  const typed = source.text.split('\n')[line - 1]?.slice(column - 1) ?? '';
  return /^(?:[\w-]+:\s+)?\{/.test(typed) ? 'starts-with-bracket' : 'colon-inside';
}

function knownFields(error: ErrorObject): string[] {
  return Object.keys((error.parentSchema as ObjectSchema | undefined)?.properties ?? {});
}

function describeField(error: ErrorObject, name: string): string | undefined {
  return (error.parentSchema as ObjectSchema | undefined)?.properties?.[name]?.description;
}
