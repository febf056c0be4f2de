import { Chalk } from 'chalk';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { harmless } from '../../src/terminal/harmless.js';

const chalk = new Chalk({ level: 1 });

it.each([
  ['\u001B[2J\u001B]0;title\u0007', '\\u001B[2J\\u001B]0;title\\u0007'],
  ['\u001B[8mhidden', '\\u001B[8mhidden'],
  ['over\rwritten', 'over\\u000Dwritten'],
  ['back\b\b\u007F', 'back\\u0008\\u0008\\u007F'],
  ['\u009B31m', '\\u009B31m'],
  ['lesson\u202Elmay.exe', 'lesson\\u202Elmay.exe'],
])('shows %j as %j', (text, shown) => {
  expect(harmless(text)).toBe(shown);
});

it.each([
  'Plain words, with a tab\tand lines\nof both kinds\r\n',
  'Caf\u00E9, \u0627\u0644\u0639\u0631\u0628\u064A\u0629, \u{1F642}',
  `${chalk.red('red')} ${chalk.yellow('y')} ${chalk.cyan('c')} ${chalk.green('g')} ${chalk.bold.dim.underline('all')}`,
])('leaves %j as it is', (text) => {
  expect(harmless(text)).toBe(text);
});

it('keeps JSON JSON, of the same meaning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(harmless(JSON.stringify({ text })))).toEqual({ text });
    }),
  );
});
