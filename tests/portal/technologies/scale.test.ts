// Ten thousand components of as many repositories: nothing is compared with everything.
import { expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/catalog.ts';
import { modelRows } from '../../../src/portal/model.ts';
import { buildTechnologies } from '../../../src/portal/technologies/build.ts';
import { buildRadar } from '../../../src/radar/radar.ts';
import { CONFIG } from '../organisation.ts';
import { component, entry, source } from './shop.ts';

/** Makes up an organisation with a radar of 300 entries, a third of them with patterns. */
function organisation(count: number) {
  const sources = Array.from({ length: count }, (_, index) =>
    source(`r${index}`, {
      'catalog-info.yaml': component(`c${index}`, `t${index % 200}`, { tags: [`tag${index % 500}`] }),
      'package.json': JSON.stringify({
        dependencies: Object.fromEntries(
          Array.from({ length: 20 }, (_one, n) => [`@s${(index + n) % 400}/p${(index * 7 + n) % 900}`, '^1']),
        ),
      }),
    }),
  );
  const radar = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [
      `tag${n}.md`,
      entry(`T${n}`, 'adopt', `packages: ['pkg:npm/@s${n}/${n % 3 === 0 ? '*' : `p${n}`}']\n`),
    ]),
  );
  const snapshot = { sources, radar: { source: source('radar', radar), path: '' } };
  const { catalog } = buildCatalog(snapshot, modelRows(CONFIG).value);
  const built = buildRadar(snapshot.radar).radar;
  if (built === null) throw new Error('There is no radar.');
  return { snapshot, catalog, radars: [{ radar: built, address: '/tech-radar/' }] };
}

test('each file is read once and each entity asked a fixed number of times, however many there are', () => {
  const counts = [1_000, 3_000].map((count) => {
    const { snapshot, catalog, radars } = organisation(count);
    let [asked, read] = [0, 0];
    const counting = {
      ...snapshot,
      sources: snapshot.sources.map((one) => ({
        ...one,
        files: { ...one.files, readText: (path: string) => (read++, one.files.readText(path)) },
      })),
    };
    const related = (ref: string, type: string) => (asked++, catalog.related(ref, type));
    const { value } = buildTechnologies(CONFIG, counting, { ...catalog, related }, radars);
    const uses = (value?.all ?? []).reduce((sum, { entry: one }) => sum + (value?.usersOf(one).length ?? 0), 0);
    return { asked, read: read / count, uses };
  });
  const [small, large] = counts;
  expect(counts.map(({ read }) => read)).toEqual([1, 1]);
  expect(small?.uses).toBeGreaterThan(1_000);
  expect(large?.uses ?? 0).toBeGreaterThan(2.5 * (small?.uses ?? 0));
  expect(large?.asked ?? Infinity).toBeLessThan(4 * (small?.asked ?? 0));
});
