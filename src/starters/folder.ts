import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../version.js';
import type { NewFile } from './starter.js';
import { fillStarter } from './starter.js';

const packagedSchemas = fileURLToPath(new URL('../../schemas', import.meta.url));

/** Files of a folder of one's own, and the starters that they are made from. */
const own: Readonly<Record<string, string>> = {
  'pshe.yaml': 'pshe.yaml.hbs',
  'README.md': 'README.md.hbs',
  '.gitignore': 'gitignore',
  '.vscode/extensions.json': 'vscode-extensions.json',
  '.vscode/settings.json': 'vscode-settings.json',
  '.github/workflows/check.yml': 'check.yml.hbs',
};

const first = { lesson: 'ks3-ours-1', unit: 'ks3-ours', profile: 'our-school', band: 'ks3' } as const;

/**
 * The files of a new content folder.
 * @param hasLessons whether it has lessons already, so that it needs no example
 * @param today the day it is written, as `2026-11-24`
 */
export function folderFiles(hasLessons: boolean, today: string): NewFile[] {
  const slots = { version, profile: hasLessons ? '' : first.profile };
  const files = Object.entries(own)
    .filter(([path]) => !(hasLessons && path === 'README.md'))
    .map(([path, starter]) => ({ path, text: fillStarter(`folder/${starter}`, slots) }));
  return hasLessons ? files : [...files, ...example(today)];
}

/** The schemas, for editors: a copy that belongs to the tool and is renewed. */
export function schemaFiles(): NewFile[] {
  return readdirSync(packagedSchemas).map((name) => ({
    path: `schemas/${name}`,
    text: readFileSync(join(packagedSchemas, name), 'utf8'),
  }));
}

function example(today: string): NewFile[] {
  const { lesson, unit, profile, band } = first;
  const inUnit = { today, band, order: 1, schemas: '../../../schemas/' };
  return [
    {
      path: `lessons/profiles/${profile}.yaml`,
      text: fillStarter('profile.yaml.hbs', { today, id: profile, schemas: '../../schemas/' }),
    },
    {
      path: `lessons/${band}/ours/unit.yaml`,
      text: fillStarter('unit.yaml.hbs', { ...inUnit, id: unit, years: 'Year 8' }),
    },
    {
      path: `lessons/${band}/ours/${lesson}.yaml`,
      text: fillStarter('lesson.yaml.hbs', { ...inUnit, id: lesson, unit }),
    },
  ];
}
