// Reading portal.yaml from disk.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config-fs.ts';
import { temporaryFolder } from '../support/git.ts';

const temporary = temporaryFolder();
afterAll(() => temporary.remove());

describe('readConfig(file)', () => {
  test('returns the configuration with the folder its paths refer to', () => {
    const folder = fileURLToPath(new URL('../fixtures/config/full', import.meta.url));
    const { value, problems } = readConfig(join(folder, 'portal.yaml'));
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ folder, file: join(folder, 'portal.yaml'), title: 'Acme Developer Portal' });
  });

  test('reads a file with a byte order mark and Windows line ends', () => {
    const file = join(temporary.path, 'bom.yaml');
    writeFileSync(file, '\ufefftitle: Acme\r\nsources:\r\n  - path: org\r\n');
    expect(readConfig(file)).toMatchObject({ value: { title: 'Acme' }, problems: [] });
  });

  test('says under the name as given that a file is missing, and what to do', () => {
    const { value, problems } = readConfig('nowhere/portal.yaml');
    expect(value).toBeNull();
    expect(problems).toMatchObject([
      { rule: 'config/unreadable', place: { source: 'portal', path: 'nowhere/portal.yaml' }, message: 'There is no such file.' },
    ]);
    expect(problems[0]?.hint).toContain('--config');
  });

  test.each([
    ['a folder', (file: string) => mkdirSync(file)],
    ['bytes', (file: string) => writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80]))],
    ['too much', (file: string) => writeFileSync(file, '#'.repeat(6 * 1024 * 1024))],
  ])('refuses %s', (name, make) => {
    const file = join(temporary.path, name);
    make(file);
    expect(readConfig(file)).toMatchObject({ value: null, problems: [{ rule: 'config/unreadable' }] });
  });
});
