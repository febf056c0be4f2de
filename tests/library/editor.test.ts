import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../helpers/pshe.js';

// The language server that editors run: proves that an author is helped while typing.
const require = createRequire(import.meta.url);
const { getLanguageService } = require('yaml-language-server/out/server/src/languageservice/yamlLanguageService.js');
const { TextDocument } = require('vscode-languageserver-textdocument');

const schemas = join(root, 'schemas');
const service = getLanguageService({
  schemaRequestService: async (uri: string) => readFileSync(join(schemas, uri.split('/').at(-1) as string), 'utf8'),
  workspaceContext: { resolveRelativePath: (path: string, base: string) => new URL(path, base).href },
});
service.configure({
  validate: true,
  completion: true,
  hover: true,
  schemas: [{ uri: 'file:///schemas/lesson.schema.json', fileMatch: ['*.yaml'] }],
});

let drafts = 0;
const document = (text: string) => {
  drafts += 1;
  return TextDocument.create('file:///lesson.yaml', 'yaml', drafts, text);
};

const withSlide = (slide: string) => `activities:\n  - id: a\n    slides:\n      - id: s\n        ${slide}`;

async function completions(text: string): Promise<string[]> {
  const open = document(text);
  const list = await service.doComplete(open, open.positionAt(text.length), false);
  return list.items.map((item: { label: string }) => item.label);
}

describe('an author’s editor', () => {
  it('offers the fields of a lesson', async () => {
    expect(await completions('id: ks3-demo-1\n')).toEqual(expect.arrayContaining(['title', 'outcomes', 'activities']));
  });

  it('offers every layout of a slide', async () => {
    const offered = await completions(withSlide('layout: '));
    expect(offered).toEqual(expect.arrayContaining(['scenario', 'task', 'two-column', 'close']));
  });

  it('offers the fields of the chosen layout', async () => {
    const offered = await completions(withSlide('layout: task\n        '));
    expect(offered).toEqual(expect.arrayContaining(['steps', 'minutes', 'materials']));
  });

  it('marks a mistyped word and says what is allowed', async () => {
    const found = await service.doValidation(document(withSlide('layout: taks\n')), false);
    expect(found.map((one: { message: string }) => one.message).join('\n')).toContain('"task"');
  });
});
