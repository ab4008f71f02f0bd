// `callboard radar convert`: a radar of any format becomes files that are read as the same radar.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { convertRadarCommand } from '../../scripts/commands/radar.ts';
import { diskFiles } from '../../src/lib/files-fs.ts';
import { buildRadar } from '../../src/radar/radar.ts';
import type { Radar } from '../../src/radar/types.ts';

const FIXTURES = 'tests/fixtures/radar';
const FORMATS = [
  'aoe/data',
  'backstage/tech-radar.json',
  'backstage/tech-radar.yaml',
  'blips/radar',
  'markdown/radar',
  'thoughtworks/radar.csv',
  'thoughtworks/radar.json',
  'zalando/config.json',
];
const folder = mkdtempSync(join(tmpdir(), 'radar-'));
afterAll(() => rmSync(folder, { recursive: true }));

const told = vi.spyOn(console, 'error').mockImplementation(() => {});
const printed = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
afterEach(() => {
  told.mockClear();
  printed.mockClear();
});

function read(root: string, path: string): Radar | null {
  const origin = { type: 'path', path: root } as const;
  return buildRadar({ source: { id: 'r', origin, root, files: diskFiles(root), catalog: [], docs: null, stale: null }, path }).radar;
}

const gist = (radar: Radar | null) =>
  radar?.entries.filter(({ active }) => active).map(({ id, title, quadrant, ring, moved }) => [id, title, quadrant, ring, moved]);

describe('convertRadarCommand', () => {
  test.each(FORMATS)('writes %s as Markdown and as Backstage’s JSON', async (path) => {
    const from = join(FIXTURES, path);
    const markdown = join(folder, 'markdown', path);
    const json = join(folder, 'json', `${path}.json`);
    expect(await convertRadarCommand(from, { to: 'markdown', out: markdown })).toBe(0);
    expect(await convertRadarCommand(from, { to: 'backstage', out: json })).toBe(0);
    const radar = gist(read(FIXTURES, path));
    expect(radar?.length).toBeGreaterThan(0);
    expect(readdirSync(markdown)).toContain('radar.yaml');
    expect(gist(read(markdown, ''))).toEqual(radar);
    // Backstage has no sign for what is new, and draws what has one ring as it stands.
    expect(gist(read(join(folder, 'json'), `${path}.json`))).toEqual(radar);
  });

  test('prints the JSON without a place for it', async () => {
    expect(await convertRadarCommand(join(FIXTURES, 'zalando'), { to: 'backstage' })).toBe(0);
    expect(JSON.parse(String(printed.mock.calls[0]?.[0]))).toMatchObject({ entries: expect.any(Array) });
  });

  test('leaves alone what is there already', async () => {
    const out = join(folder, 'twice');
    expect(await convertRadarCommand(join(FIXTURES, 'zalando'), { to: 'markdown', out })).toBe(0);
    const before = readFileSync(join(out, 'radar.yaml'), 'utf8');
    expect(await convertRadarCommand(join(FIXTURES, 'markdown/radar'), { to: 'markdown', out })).toBe(2);
    expect(readFileSync(join(out, 'radar.yaml'), 'utf8')).toBe(before);
    expect(told.mock.calls.at(-1)?.[0]).toContain('is there already');
  });

  test('says what is no radar, and that Markdown needs a folder', async () => {
    expect(await convertRadarCommand(join(FIXTURES, 'nothing'), { to: 'backstage' })).toBe(2);
    expect(told.mock.calls.flat().join('\n')).toContain('radar/not-found');
    expect(await convertRadarCommand(join(FIXTURES, 'zalando'), { to: 'markdown' })).toBe(2);
  });
});
