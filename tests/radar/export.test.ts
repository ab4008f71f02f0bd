// A radar as Backstage's plugin loads it.
import { describe, expect, test } from 'vitest';
import { toBackstageRadar } from '../../src/radar/export.ts';
import { buildRadar } from '../../src/radar/radar.ts';
import type { Radar } from '../../src/radar/types.ts';
import { FIXTURES, diskSource, memorySource } from './source.ts';

const radarAt = (path: string) => buildRadar({ source: diskSource(FIXTURES), path }).radar as Radar;

/** What must survive the way to Backstage's format and back. */
function gistOf(radar: Radar | null) {
  const active = radar?.entries.filter((entry) => entry.active) ?? [];
  return active.map(({ id, title, quadrant, ring, moved, description, links, history }) => {
    const rings = history.map((decision) => decision.ring);
    return { id, title, quadrant, ring, moved, description, links, rings };
  });
}

describe('toBackstageRadar', () => {
  const exported = toBackstageRadar(radarAt('markdown/radar'));

  test('has the fields that the plugin’s schema asks for', () => {
    for (const quadrant of exported.quadrants) expect(Object.keys(quadrant)).toEqual(['id', 'name']);
    for (const ring of exported.rings)
      expect(ring).toMatchObject({ id: expect.any(String), name: expect.any(String), color: expect.stringMatching(/^#/) });
    for (const entry of exported.entries) {
      expect(entry).toMatchObject({ key: entry.id, title: expect.any(String), quadrant: expect.any(String) });
      expect(entry.timeline.length).toBeGreaterThan(0);
      for (const item of entry.timeline) {
        expect(Number.isNaN(Date.parse(item.date))).toBe(false);
        expect([-1, 0, 1, undefined]).toContain(item.moved);
      }
    }
  });

  test('writes an entry with its newest decision first', () => {
    expect(exported.entries.find(({ id }) => id === 'kotlin')).toEqual({
      key: 'kotlin',
      id: 'kotlin',
      quadrant: 'languages',
      title: 'Kotlin',
      description: 'The default for **new** services on the JVM.\n\nIt replaces Java in new code.',
      links: [
        { title: 'Home', url: 'https://kotlinlang.org' },
        { title: 'example.org', url: 'https://example.org/kotlin' },
      ],
      timeline: [
        { date: '2026-03-01', ringId: 'adopt', description: 'Ten services run on it.\n\nNo regrets.', moved: 1 },
        { date: '2025-09-01', ringId: 'trial', description: 'Two pilots.', moved: 1 },
        { date: '2025-03-01', ringId: 'assess' },
      ],
    });
  });

  test('leaves out what is not in the picture, and gives an undated decision the date of the release', () => {
    expect(exported.entries.map(({ id }) => id)).toEqual(['kotlin', 'java', 'postgresql', 'renovate']);
    expect(exported.entries.find(({ id }) => id === 'postgresql')?.timeline).toEqual([{ date: '2026-03-01', ringId: 'adopt', moved: 0 }]);
  });

  test('keeps four quadrants in their corners', () => {
    expect(toBackstageRadar(radarAt('backstage/tech-radar.json')).quadrants.map(({ id }) => id)).toEqual([
      'infrastructure',
      'frameworks',
      'languages',
      'process',
    ]);
  });

  test.each(['aoe/data', 'backstage/tech-radar.json', 'zalando', 'thoughtworks/radar.csv'])('comes back as it was: %s', (path) => {
    const radar = radarAt(path);
    const source = memorySource({ 'r.json': JSON.stringify(toBackstageRadar(radar)) });
    const back = buildRadar({ source, path: 'r.json' }).radar;
    expect(gistOf(back)).toEqual(gistOf(radar));
    expect(back?.quadrants.map(({ id }) => id)).toEqual(radar.quadrants.map(({ id }) => id));
  });
});
