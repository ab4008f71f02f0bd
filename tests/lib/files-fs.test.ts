import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_TEXT_BYTES } from '../../src/lib/files.ts';
import { diskFiles } from '../../src/lib/files-fs.ts';

describe('diskFiles(root)', () => {
  const top = mkdtempSync(join(tmpdir(), 'callboard-files-'));
  const root = join(top, 'repository');
  const files = diskFiles(root);

  beforeAll(() => {
    for (const folder of ['docs', '.git', 'node_modules/x', '-x']) mkdirSync(join(root, folder), { recursive: true });
    mkdirSync(join(top, 'outside'));
    writeFileSync(join(top, 'outside/secret.txt'), 'secret');
    writeFileSync(join(root, 'README.md'), '# Hello');
    writeFileSync(join(root, 'docs/utf16.md'), Buffer.from('\ufeffGrüße', 'utf16le'));
    writeFileSync(join(root, 'docs/mark.md'), '\ufeffHello');
    writeFileSync(join(root, 'docs/picture.png'), Buffer.from([0x89, 0x50, 0xff, 0x00]));
    writeFileSync(join(root, '.git/config'), 'x');
    writeFileSync(join(root, 'node_modules/x/a.js'), 'x');
    writeFileSync(join(root, '-x/a.md'), 'x');
    writeFileSync(join(root, 'large.md'), '');
    truncateSync(join(root, 'large.md'), MAX_TEXT_BYTES + 1);
    symlinkSync('/etc/passwd', join(root, 'passwd'));
    symlinkSync('../outside', join(root, 'linked'));
    symlinkSync('README.md', join(root, 'again.md'));
  });
  afterAll(() => rmSync(top, { recursive: true }));

  test('lists regular files in order, without links, .git and installed packages', () => {
    expect(files.list()).toEqual(['-x/a.md', 'README.md', 'docs/mark.md', 'docs/picture.png', 'docs/utf16.md', 'large.md']);
  });

  test.each(['passwd', 'linked/secret.txt', 'again.md', '../outside/secret.txt', '/etc/passwd', '.git/config', 'missing.md', 'docs'])(
    'does not read %j',
    (path) => {
      expect(files.has(path)).toBe(false);
      expect(files.readText(path)).toEqual({ unreadable: 'missing' });
      expect(files.readBytes(path)).toBeNull();
    },
  );

  test.each([
    ['README.md', { text: '# Hello' }],
    ['docs/mark.md', { text: 'Hello' }],
    ['docs/utf16.md', { text: 'Grüße' }],
    ['docs/picture.png', { unreadable: 'not-text' }],
    ['large.md', { unreadable: 'too-large' }],
  ])('reads %j as text or says why not', (path, expected) => {
    expect(files.readText(path)).toEqual(expected);
  });
});
