import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
import { temporaryFolder, writeInto } from '../helpers/folders.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { openPdf } from '../helpers/pdf.js';
import { pshe } from '../helpers/pshe.js';

const odd = `it's "here" & $HOME; #1 %20 größe 😀 مدرسة [a]{b} (*)!`;

// Windows has no quotes and no stars in names.
describe.runIf(process.platform !== 'win32')('folders and files with odd names', () => {
  it('are read, checked and built like any others', async () => {
    const folder = join(temporaryFolder(), odd);
    mkdirSync(folder);
    const content = join(folder, `content of ${odd}`);
    renameSync(
      exampleFolder({
        profile:
          'name: Millbrook School\nadult: { name: Ms Iona Reed, where: room 4 }\nlogos: [{ file: "größe 1 #.svg", alt: A flag }]\n',
      }),
      content,
    );
    writeInto(
      content,
      'lessons/profiles/größe 1 #.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path fill="#224466" d="M0 0h9v6H0Z"/></svg>',
    );
    writeInto(content, 'templates/base/your-own.css', '.slide { color: #222; }\n');
    const school = join(folder, `school of ${odd}.yaml`);
    renameSync(join(content, 'lessons/profiles/our-school.yaml'), school);
    renameSync(join(content, 'lessons/profiles/größe 1 #.svg'), join(folder, 'größe 1 #.svg'));
    const [out, report] = [join(folder, `out of ${odd}`), join(folder, `report of ${odd}.sarif`)];
    const options = {
      cwd: folder,
      env: { PSHE_CACHE: join(folder, `cache of ${odd}`), TMPDIR: join(folder, 'tmp 😀') },
    };
    mkdirSync(options.env.TMPDIR);
    renameSync(freshCache(), options.env.PSHE_CACHE);

    const checked = await pshe(['check', '--content', content, '--format', `sarif=${report}`], options);
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(readFileSync(report, 'utf8')).runs[0].results).toEqual([]);
    const words = ['build', 'ks3-ours-1', '--kind', 'worksheet,slides', '--content', content, '--out', out];
    const built = await pshe([...words, '--profile', school], options);
    expect(built).toMatchObject({ code: 0 });
    const names = readdirSync(out).sort();
    expect(names).toEqual(['ks3-ours-1-slides-our-school.pdf', 'ks3-ours-1-worksheet-our-school.pdf', 'manifest.json']);
    for (const name of names.slice(0, 2)) expect((await openPdf(join(out, name))).text).toContain('Ms Iona Reed');
    expect((await pshe([...words, '--profile', school], options)).out).toContain('Nothing has changed.');
    expect(readdirSync(options.env.TMPDIR)).toEqual([]);
  });
});
