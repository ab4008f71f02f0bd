// A process that pulls once: `node pull-once.ts PORTAL_YAML CACHE` prints the files of every source as JSON.
import { readConfig } from '../../src/config/config-fs.ts';
import { pull } from '../../src/sources/pull.ts';

const [file = '', cache = ''] = process.argv.slice(2);
const { value } = readConfig(file);
if (value === null) throw new Error('bad configuration');
const { snapshot, problems } = await pull(value, { cache });
const sources = snapshot.sources.map(({ id, files }) => [id, files.list().map((path) => [path, files.readText(path)])]);
console.log(JSON.stringify({ sources, problems }));
