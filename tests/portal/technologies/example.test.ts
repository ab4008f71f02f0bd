// The example organisation shows who uses what.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config/config-fs.ts';
import { manifestKind } from '../../../src/lib/manifest-files.ts';
import { buildCatalog } from '../../../src/catalog/catalog.ts';
import { modelRows } from '../../../src/portal/model.ts';
import { buildTechnologies } from '../../../src/portal/technologies/build.ts';
import { buildRadar } from '../../../src/radar/radar.ts';
import { pull } from '../../../src/sources/pull.ts';

test('the example organisation shows at least ten technologies as used, by what it declares in at least six ecosystems', async () => {
  const { value: config } = readConfig('content/portal.yaml');
  if (config === null) throw new Error('The configuration of the example cannot be read.');
  const cache = mkdtempSync(join(tmpdir(), 'callboard-'));
  const { snapshot } = await pull(config, { cache, offline: true });
  rmSync(cache, { recursive: true });
  const { catalog } = buildCatalog(snapshot, modelRows(config).value);
  const { radar } = snapshot.radar === null ? { radar: null } : buildRadar(snapshot.radar);
  if (radar === null) throw new Error('The example has no radar.');
  const { value, problems } = buildTechnologies(config, snapshot, catalog, [{ radar, address: '/tech-radar/' }]);

  const declared = (value?.all ?? []).flatMap(({ entry }) => {
    const evidence = (value?.usersOf(entry) ?? []).flatMap((use) => use.evidence).filter(({ by }) => by === 'package');
    return evidence.length === 0 ? [] : [{ entry, evidence }];
  });
  expect(declared.length).toBeGreaterThanOrEqual(10);
  const types = new Set(declared.flatMap(({ evidence }) => evidence.flatMap(({ purl }) => purl?.split(/[:/]/)[1] ?? [])));
  types.delete('generic');
  expect(types.size).toBeGreaterThanOrEqual(6);
  const kinds = new Set(declared.flatMap(({ evidence }) => evidence.map(({ place }) => manifestKind(place.path))));
  expect(kinds.size).toBeGreaterThanOrEqual(6);
  expect(problems.map(({ rule }) => rule).filter((rule) => rule !== 'radar/uses-hold')).toEqual([]);
  expect(problems.length).toBeGreaterThan(0);
});
