// The live site: a change of a file or of the configuration is on the page without anything being started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'callboard-dev-'));
const content = join(folder, 'content');
let child: ChildProcess;
let origin = '';

beforeAll(async () => {
  cpSync('content', content, { recursive: true });
  child = spawn(process.execPath, ['scripts/callboard.ts', 'dev', '--config', join(content, 'portal.yaml'), '--port', '4700'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CALLBOARD_CACHE: join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  origin = await new Promise((done, fail) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const address = /http:\/\/localhost:\d+/.exec(text)?.[0];
      if (address !== undefined) done(address);
    });
    child.on('exit', () => fail(new Error('The live site ended before it had begun.')));
  });
}, 120_000);
afterAll(() => {
  child.kill();
  rmSync(folder, { recursive: true });
});

const read = async (path: string) => (await fetch(origin + path)).text();

function edit(path: string, from: string, to: string): void {
  const file = join(content, path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

test('shows pages and images, and what is changed in an entity, a docs page and the configuration', { timeout: 120_000 }, async () => {
  expect(await read('/catalog/default/component/keel/')).toContain('<title>Keel (Component) · Fulmar Line</title>');
  const image = await fetch(`${origin}/docs/callboard/img/flow.svg`);
  expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);

  edit('example/platform/keel/catalog-info.yaml', 'title: Keel', 'title: Keelson');
  await expect
    .poll(() => read('/catalog/default/component/keel/'), { timeout: 40_000 })
    .toContain('<title>Keelson (Component) · Fulmar Line</title>');

  edit('docs/index.md', '# ', '# Changed: ');
  await expect.poll(() => read('/docs/callboard/'), { timeout: 40_000 }).toContain('Changed: ');

  edit('portal.yaml', 'title: ', 'title: New ');
  await expect.poll(() => read('/teams/'), { timeout: 40_000 }).toContain('New Fulmar Line');
});
