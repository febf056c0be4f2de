// A content folder with as many lessons as are asked for, made of those that come with the tool.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const shipped = ['ks3/respect/ks3-respect-1', 'ks4/equal/ks4-equal-1', 'ks5/ahead/ks5-ahead-1'];

/** Makes the folder; gives its path and the file of one lesson in it. */
export function contentWith(lessons) {
  const folder = mkdtempSync(join(tmpdir(), 'pshe-bench-'));
  const ids = [];
  for (let index = 0; index < lessons; index += 1) {
    const name = shipped[index % shipped.length];
    const id = name.split('/')[2].replace(/\d+$/, String(index + 2));
    const file = join(folder, 'lessons', dirname(name), `${id}.yaml`);
    mkdirSync(dirname(file), { recursive: true });
    const text = readFileSync(join(root, 'lessons', `${name}.yaml`), 'utf8');
    writeFileSync(file, text.replace(/^id: .*$/m, `id: ${id}`));
    ids.push({ id, file });
    const pictures = join(root, 'lessons', dirname(name), 'pictures');
    if (existsSync(pictures)) cpSync(pictures, join(dirname(file), 'pictures'), { recursive: true });
  }
  return { folder, ids };
}

/** A list of schools, as a council keeps it. */
export function schools(folder, count) {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `school-${index + 1},School number ${index + 1},school,england,Ms A ${index + 1},Room 1,Mr B ${index + 1},Office,The library,school-${index + 1}.example/help`,
  );
  const head = 'id,name,kind,nation,adult,adult-where,lead,lead-where,quiet-place,link';
  const file = join(folder, `schools-${count}.csv`);
  writeFileSync(file, `${[head, ...rows].join('\n')}\n`);
  return file;
}
