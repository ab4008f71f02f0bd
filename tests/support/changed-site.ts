// An organisation that changes at random: after each change its site is rendered from the last one and from nothing, and both are compared.
// Run as a program: `node tests/support/changed-site.ts FOLDER SEED CHANGES` prints one line of JSON a change: what was changed, how many pages were
// rendered, and the files that differ.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_CONFIG } from '../../src/config/empty.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import { openBundle } from '../../src/render/bundle-fs.ts';
import { readKeptPages, writeKeptPages } from '../../src/render/kept-pages-fs.ts';
import { renderSite } from '../../src/render/render-site-fs.ts';
import { change, firstOrganisation, snapshotOf } from './changing-organisation.ts';

const [work = '', seed = '1', changes = '100'] = process.argv.slice(2);
const config = { ...EMPTY_CONFIG, title: 'Changes', site: 'https://portal.acme.example' };
const bundle = await openBundle(config);
const notes = join(work, 'notes');

let last: string | null = null;
let organisation = firstOrganisation(seed);
let what = 'nothing';
for (let step = 0; step <= Number(changes); step++) {
  if (step > 0) ({ organisation, what } = change(organisation, step));
  const snapshot = snapshotOf(organisation);
  const portal = await compilePortal(config, snapshot, { threads: 1 });
  const fingerprint = createHash('sha256').update(JSON.stringify(organisation)).digest('hex');
  const [site, cold] = [join(work, `site-${step}`), join(work, `cold-${step}`)];
  const kept = last === null ? null : readKeptPages(notes, last, 'key');
  const options = { fingerprint, key: 'key', last: kept === null || last === null ? null : { folder: last, kept } };
  const known = await renderSite(portal, bundle, site, options);
  writeKeptPages(notes, site, known);
  await renderSite(portal, bundle, cold);
  const [found, expected] = [filesOf(site), filesOf(cold)];
  const different = [...new Set([...found.keys(), ...expected.keys()])].filter(
    (path) => found.get(path)?.digest !== expected.get(path)?.digest,
  );
  const before = last === null ? new Map<string, FileInfo>() : filesOf(last);
  const rendered = [...found].filter(([path, { inode }]) => known.pages.has(path) && before.get(path)?.inode !== inode).length;
  const others = [...expected].filter(([path, { digest }]) => known.pages.has(path) && before.get(path)?.digest !== digest).length;
  console.log(JSON.stringify({ step, what, pages: known.pages.size, rendered, others, different }));
  for (const folder of [last, cold]) if (folder !== null) rmSync(folder, { recursive: true, force: true });
  last = site;
}

interface FileInfo {
  readonly digest: string;
  readonly inode: number;
}

function filesOf(folder: string): Map<string, FileInfo> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
        return [path.slice(folder.length + 1), { digest, inode: statSync(path).ino }];
      }),
  );
}
