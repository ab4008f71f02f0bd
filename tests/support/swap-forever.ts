// A program: `node swap-forever.ts SITE EXCHANGES`. Puts one version of a site after another in its place until it is killed; prints a line for each.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearUp, folderOfNext, putInPlace } from '../../scripts/site-folder.ts';

const [site = '', exchanges = '[]'] = process.argv.slice(2);
clearUp(site);
for (let version = 0; ; version++) {
  const next = folderOfNext(site);
  mkdirSync(next);
  for (let file = 0; file < 12; file++) writeFileSync(join(next, `${file}.txt`), `${process.pid} ${version}`);
  await putInPlace(next, site, JSON.parse(exchanges));
  console.log(version);
}
