import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { startBrowser } from '../../src/browser/launch.js';
import { createPrinter } from '../../src/browser/pages.js';
import { temporaryFolder } from '../helpers/folders.js';
import { root } from '../helpers/pshe.js';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en-GB"><head><title>t</title>${head}</head><body>${body}</body></html>`;

describe('finding a browser', () => {
  it('takes the named one, and shows where it looked', async () => {
    const folder = temporaryFolder();
    const fake = join(folder, 'chrome');
    writeFileSync(fake, '#!/bin/sh\n');
    chmodSync(fake, 0o755);
    expect(await findBrowser(fake)).toEqual({
      path: fake,
      packaged: false,
      places: [{ what: '--browser', path: fake, found: true }],
    });
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'unpacks the packaged one once, even when two start at the same moment',
    async () => {
      const cache = temporaryFolder();
      const code =
        "const { unpackBrowser } = await import('./dist/browser/unpack.js'); console.log(await unpackBrowser());";
      const run = () =>
        new Promise<string>((resolve, reject) => {
          const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
            cwd: root,
            env: { ...process.env, PSHE_CACHE: cache },
          });
          let out = '';
          child.stdout.on('data', (text) => {
            out += text;
          });
          child.on('close', (status) => (status === 0 ? resolve(out.trim()) : reject(new Error(`status ${status}`))));
        });
      const [one, other] = await Promise.all([run(), run()]);
      expect(one).toBe(other);
      expect(existsSync(one)).toBe(true);
      const version = readdirSync(cache)[0] as string;
      expect(readdirSync(join(cache, version))).toEqual(['browser']);
    },
  );
});

describe('the browser', async () => {
  const running = await startBrowser(await findBrowser(undefined));
  afterAll(() => running.close());
  const { print } = createPrinter(running);

  it('prints a page and says what was wrong with it', async () => {
    const { pdf, problems } = await print(
      page(
        '<div data-box style="height:20px;width:200px"><p data-at="a/b" style="margin:0;line-height:20px">one<br>two<br>three</p></div>',
      ),
      30_000,
    );
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
    const where = { at: 'a/b', over: 40, lineHeight: 20, direction: 'down' };
    expect(problems).toEqual([{ kind: 'overflow', ...where, what: '', copiedFrom: '' }]);
  });

  it('runs no script', async () => {
    const { problems } = await print(
      page(
        '<p id="x">fine</p><script>document.body.innerHTML = "<div data-box style=height:1px><p data-at=ran>ran</p></div>"</script>',
      ),
      30_000,
    );
    expect(problems).toEqual([]);
  });

  it('sends nothing anywhere and reads no file', async () => {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const secret = join(mkdtempSync(join(tmpdir(), 'pshe-secret-')), 'secret.svg');
    writeFileSync(secret, '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
    for (const address of [`http://127.0.0.1:${port}/x.png`, `file://${secret}`]) {
      const html = page(
        `<img src="${address}" alt="x"><iframe src="${address}"></iframe>`,
        `<style>@import url(${address}); body{background:url(${address})}</style>`,
      );
      await expect(print(html, 30_000)).rejects.toThrow(/not allowed/i);
    }
    await new Promise((resolve) => server.close(resolve));
    expect(heard).toEqual([]);
  });

  it('opens no connection, whatever a page tries', async () => {
    const heard: string[] = [];
    const server = createServer().on('connection', () => heard.push('connection'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    for (const host of ['127.0.0.1', 'localhost']) {
      const to = `http://${host}:${port}/x`;
      const ways = [
        ...[
          'preconnect',
          'dns-prefetch',
          'prefetch',
          'prerender',
          'preload" as="image',
          'modulepreload',
          'icon',
          'manifest',
        ].map((relation) => `<link rel="${relation}" href="${to}">`),
        `<link rel="stylesheet" href="${to}">`,
        `<meta http-equiv="refresh" content="0;url=${to}">`,
        `<base href="${to}"><img src="y.png" alt="x">`,
        `<img srcset="${to} 2x" alt="x"><picture><source srcset="${to}"></picture>`,
        `<object data="${to}"></object><embed src="${to}">`,
        `<video src="${to}" poster="${to}" autoplay></video><audio src="${to}" autoplay></audio>`,
        `<svg><image href="${to}"/><use href="${to}#x"/></svg>`,
        `<style>@font-face { font-family: X; src: url(${to}) } p { font-family: X; cursor: url(${to}), auto }</style>`,
        `<iframe srcdoc="<img src='${to}'>"></iframe>`,
        `<input type="image" src="${to}" alt="x"><form action="${to}"><button autofocus>x</button></form>`,
      ];
      // Some of them are refused, others make a document without what they asked for.
      for (const way of ways) await print(page(`<p>x</p>${way}`), 30_000).catch(() => undefined);
    }
    await new Promise((resolve) => server.close(resolve));
    expect(heard).toEqual([]);
  });

  it('gives up on a page that takes too long, and goes on with the next', async () => {
    await expect(print(page('<p>x</p>'.repeat(200_000)), 1)).rejects.toThrow(/timeout|timed out/i);
    expect((await print(page('<p>next</p>'), 30_000)).problems).toEqual([]);
  });

  it('leaves no folder behind when it is closed', async () => {
    const other = await startBrowser(await findBrowser(undefined));
    const mine = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`pshe-browser-${process.pid}-`));
    expect(mine().length).toBe(2);
    await other.close();
    expect(mine().length).toBe(1);
  });

  it('sweeps away the folder of a process that was killed', async () => {
    const dead = join(tmpdir(), 'pshe-browser-999999999-abc');
    mkdirSync(dead);
    await (await startBrowser(await findBrowser(undefined))).close();
    expect(existsSync(dead)).toBe(false);
  });
});
