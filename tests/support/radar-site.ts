// A portal made for its radars: one of a hundred entries with eight years behind it, and a large one without dates.
// Run as a program it builds the site into a folder: `node tests/support/radar-site.ts FOLDER`.
import { EMPTY_CONFIG } from '../../src/config/empty.ts';
import { memoryFiles } from '../../src/lib/files.ts';
import type { Snapshot, SourceSnapshot } from '../../src/lib/snapshot.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import { publishFiles } from '../../src/portal/publish-fs.ts';
import { openBundle } from '../../src/render/bundle-fs.ts';
import { renderSite } from '../../src/render/render-site-fs.ts';

const ENTRIES = 100;
const LARGE = 300;
const RINGS = ['adopt', 'trial', 'assess', 'hold'];
const QUADRANTS = ['languages-and-frameworks', 'platforms', 'tools', 'techniques'];
const TAGS = ['cloud', 'data', 'frontend', 'jvm', 'messaging', 'mobile', 'security', 'testing'];
const TEAMS = ['payments', 'platform', 'web'];
const WORDS =
  'It does what we need, it is kept up by people whom we can ask, and two teams have run it in production for more than a year.';

/** Makes an entry that came in one of eight years and moved one to three times since. */
function entryFile(index: number): string {
  const decisions: { date: string; ring: string; text: string }[] = [];
  let ring = (index >> 2) % 4;
  for (let year = 2018 + ((index * 5) % 8); year < 2026 && decisions.length < 1 + (index % 3); year += 1 + (index % 2)) {
    decisions.push({ date: `${year}-04`, ring: RINGS[ring] ?? '', text: `Decision ${decisions.length + 1}: ${WORDS}` });
    ring = Math.max(0, Math.min(3, ring + (index % 2 === 0 ? -1 : 1)));
  }
  const front = {
    title: `Technology number ${index}`,
    quadrant: QUADRANTS[(index * 7) % 4],
    tags: [TAGS[index % 8], TAGS[(index * 3 + 1) % 8]],
    owner: `group:default/${TEAMS[index % 3]}`,
    history: decisions,
  };
  return `---\n${JSON.stringify(front, null, 1)}\n---\nWhat technology ${index} is good for. ${WORDS}\n`;
}

const files = Object.fromEntries(Array.from({ length: ENTRIES }, (_, index) => [`technology-${index}.md`, entryFile(index)]));
const large = [
  'name,ring,quadrant,status,description',
  ...Array.from({ length: LARGE }, (_, index) => {
    const status = ['No Change', 'New', 'Moved In', 'Moved Out'][index % 9] ?? 'No Change';
    return `Large ${index},${RINGS[(index >> 2) % 4]},${['Tools', 'Platforms', 'Techniques', 'Languages & Frameworks'][index % 4]},${status},${WORDS}`;
  }),
].join('\n');
const groups = TEAMS.map(
  (name) => `---\napiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: ${name}}\nspec: {type: team, children: []}\n`,
).join('');

function source(id: string, record: Record<string, string>): SourceSnapshot {
  return {
    id,
    origin: { type: 'path', path: id },
    root: `/nowhere/${id}`,
    files: memoryFiles(record),
    catalog: ['catalog-info.yaml'],
    docs: null,
    stale: null,
  };
}

const SNAPSHOT: Snapshot = {
  sources: [source('org', { 'catalog-info.yaml': groups })],
  radar: { id: 'main', source: source('radar', files), path: '' },
  furtherRadars: [{ id: 'large', title: 'Large radar', source: source('large', { 'radar.csv': large }), path: 'radar.csv' }],
};

const CONFIG = { ...EMPTY_CONFIG, title: 'Radars', site: 'https://portal.acme.example' };
const portal = await compilePortal(CONFIG, SNAPSHOT);
const folder = process.argv[2] ?? '';
await renderSite(portal, await openBundle(CONFIG), folder);
await publishFiles(portal, SNAPSHOT, folder);
