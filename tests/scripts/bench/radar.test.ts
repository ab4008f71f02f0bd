import { describe, expect, test } from 'vitest';
import { buildRadar } from '../../../src/radar/radar.ts';
import { memorySource } from '../../radar/source.ts';
import { written } from './organisation.ts';

describe('the radar', () => {
  test('has 60 entries in all quadrants and rings, of owners that are there', () => {
    const { files, entities } = written({ entities: 50, docs: 0, seed: 'radar' });
    const record = Object.fromEntries(
      [...files].filter(([path]) => path.startsWith('radar/')).map(([path, text]) => [path.slice('radar/'.length), text]),
    );
    const { radar, problems } = buildRadar({ source: memorySource(record), path: '' });
    expect(problems).toEqual([]);
    expect(radar?.entries).toHaveLength(60);
    expect(new Set(radar?.entries.map(({ quadrant, ring }) => `${quadrant} ${ring}`)).size).toBeGreaterThan(12);
    const refs = entities.map(({ ref }) => ref);
    expect(radar?.entries.filter(({ owner }) => owner === null || !refs.includes(owner))).toEqual([]);
  });
});
