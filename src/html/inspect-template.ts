import Handlebars from 'handlebars';
import { UserError } from '../terminal/errors.js';
import { nearest } from '../terminal/nearest.js';
import { createHelpers } from './helpers.js';

/** What Handlebars brings itself, without what writes into the talk of the tool. */
const builtIn = ['if', 'unless', 'each', 'with', 'lookup'];

/** Those that do nothing by themselves. */
const ofSomething = ['if', 'unless', 'each', 'with'];

/**
 * Looks for what can never work in a template, before anything is made with it.
 * @param name the file below `templates/`
 * @param parts the names of all parts that there are
 * @throws UserError with the line, for text that is no template, parts and helpers that are not there
 */
export function inspectTemplate(name: string, text: string, parts: readonly string[]): void {
  const refuse = (line: number | undefined, message: string, hint: string) => {
    throw new UserError(`templates/${name}${line ? `, line ${line}` : ''}: ${message}`, hint);
  };
  const program = parse(text, refuse);
  const helpers = [...builtIn, ...Object.keys(createHelpers())];
  const isHelper = (path: hbs.AST.Expression | hbs.AST.PathExpression, { start: { line } }: hbs.AST.SourceLocation) => {
    const { original } = path as hbs.AST.PathExpression;
    if (helpers.includes(original)) return;
    const near = nearest(original, helpers);
    refuse(
      line,
      `there is no helper “${original}”.`,
      near ? `Did you mean “${near}”?` : `There are ${helpers.join(', ')}.`,
    );
  };
  const isPart = (
    path: hbs.AST.PathExpression | hbs.AST.SubExpression,
    { start: { line } }: hbs.AST.SourceLocation,
  ) => {
    // Which one a helper gives is known only when it is filled.
    if (path.type === 'SubExpression') return;
    const original = String((path as hbs.AST.PathExpression).original);
    if (parts.includes(original) || original === '@partial-block') return;
    const near = nearest(original, parts);
    refuse(
      line,
      `there is no part “${original}”.`,
      near ? `Did you mean “${near}”?` : `Parts are files of their own: add templates/partials/${original}.hbs.`,
    );
  };
  const visitor = new Handlebars.Visitor();
  visitor.PartialStatement = (partial) => {
    isPart(partial.name, partial.loc);
    Handlebars.Visitor.prototype.PartialStatement.call(visitor, partial);
  };
  visitor.SubExpression = (expression) => {
    isHelper(expression.path, expression.loc);
    Handlebars.Visitor.prototype.SubExpression.call(visitor, expression);
  };
  visitor.MustacheStatement = (mustache) => {
    // Without anything after it, a name is that of a field.
    if (mustache.params.length > 0 || mustache.hash) isHelper(mustache.path, mustache.loc);
    Handlebars.Visitor.prototype.MustacheStatement.call(visitor, mustache);
  };
  visitor.BlockStatement = (block) => {
    const { original } = block.path as hbs.AST.PathExpression;
    if (block.params.length === 0 && ofSomething.includes(original)) {
      refuse(block.loc.start.line, `“${original}” needs a field after it.`, `Write it as in {{#${original} title}}.`);
    }
    if (block.params.length > 0 || block.hash) isHelper(block.path, block.loc);
    Handlebars.Visitor.prototype.BlockStatement.call(visitor, block);
  };
  visitor.accept(program);
}

/** The names of the parts that a template defines inside itself, for itself or for a part that it uses. */
export function partsInside(text: string): string[] {
  return [...text.matchAll(/\{\{~?#\*\s*inline\s+["']([^"']+)/g)].map(([, name]) => name as string);
}

function parse(
  text: string,
  refuse: (line: number | undefined, message: string, hint: string) => void,
): hbs.AST.Program {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const { message, lineNumber } = error as Error & { lineNumber?: number };
    const [first = '', near = ''] = message.split('\n');
    const line = lineNumber ?? (Number(/\d+/.exec(first)?.[0]) || undefined);
    const what = lineNumber ? first.replace(/ - \d+:\d+$/, '').replace("'", '’') : `it stumbles at “${near.trim()}”`;
    refuse(line, `${what}.`, 'Every {{#…}} needs its {{/…}}, and every {{ its }}.');
    throw error;
  }
}
