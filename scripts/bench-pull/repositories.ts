// Made-up repositories: a seed in; streams for `git fast-import` out. Each has an entity, a docs site, and far more files that no portal reads.
import { type Random, createRandom } from '../bench/random.ts';
import { ACTIVITIES, SUBJECTS } from '../bench/words.ts';
import { openBytes } from './bytes.ts';
import { commit, file } from './fast-import.ts';

/** What is asked for. */
export interface Load {
  readonly repositories: number;
  /** Size of each repository beside its docs, at its newest commit. */
  readonly megabytes: number;
  readonly seed: string;
}

const COMMITS = 4;
const PAGES = 5;
const PICTURES = 3;
const PICTURE_BYTES = 30_000;
/** Share of the files that a later commit changes. */
const CHANGED = 0.02;
/** Sizes of source files, with how often they come up. */
const SIZES = [
  [1_500, 30],
  [6_000, 40],
  [20_000, 20],
  [90_000, 6],
  [700_000, 1],
] as const;
const ENDINGS = ['ts', 'go', 'java', 'py', 'proto', 'sql', 'json', 'snap', 'jar'] as const;

/** Names a repository. */
export function repositoryName(index: number): string {
  const subject = SUBJECTS[index % SUBJECTS.length] ?? 'service';
  return `${subject}-${index + 1}`.toLowerCase();
}

/** Makes the history of a repository: all files, then a few commits that change some of them. */
export function* historyOf(name: string, { seed, megabytes }: Load): Generator<Uint8Array | string> {
  const random = createRandom(`${seed}/${name}`);
  const bytes = openBytes(`${seed}/${name}`);
  const sources = sourceFiles(random, megabytes * 1e6);
  yield* commit(1, 'Begin');
  yield* siteOf(name, bytes);
  for (const { path, size } of sources) yield* file(path, bytes(size));
  for (let number = 2; number <= COMMITS; number++) {
    yield* commit(number, `Change ${random.pick(SUBJECTS)}`);
    yield* file('docs/page-1.md', page(name, number));
    const some = random.sample(sources, Math.ceil(sources.length * CHANGED));
    for (const { path, size } of some) yield* file(path, bytes(size));
  }
}

/** Makes one more commit, of a page and of a source file. */
export function* changeOf(name: string): Generator<Uint8Array | string> {
  yield* commit(COMMITS + 1, 'Change a page', 'refs/heads/main^0');
  yield* file('docs/page-1.md', page(name, COMMITS + 1));
  yield* file('src/changed.ts', `export const changed = '${name}';\n`);
}

function sourceFiles(random: Random, bytes: number): { readonly path: string; readonly size: number }[] {
  const files: { path: string; size: number }[] = [];
  for (let left = bytes; left > 0; left -= files.at(-1)?.size ?? left) {
    const size = Math.min(left, Math.round(random.weighted(SIZES) * (0.5 + random.next())));
    const folder = `src/${random.pick(SUBJECTS)}/${random.pick(ACTIVITIES)}`;
    files.push({ path: `${folder}/${random.pick(SUBJECTS)}-${files.length}.${random.pick(ENDINGS)}`.toLowerCase(), size });
  }
  return files;
}

function* siteOf(name: string, bytes: (size: number) => Uint8Array): Generator<Uint8Array | string> {
  yield* file(
    'catalog-info.yaml',
    `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations:
    backstage.io/techdocs-ref: dir:.
spec:
  type: service
  lifecycle: production
  owner: team-${name}
`,
  );
  yield* file('mkdocs.yml', `site_name: ${name}\n`);
  yield* file('docs/index.md', `# ${name}\n\n![Overview](img/picture-1.png)\n`);
  for (let number = 1; number < PAGES; number++) yield* file(`docs/page-${number}.md`, page(name, number));
  for (let number = 1; number <= PICTURES; number++) yield* file(`docs/img/picture-${number}.png`, bytes(PICTURE_BYTES));
}

function page(name: string, number: number): string {
  return `# Page ${number} of ${name}\n\n${`How to run ${name}, in ${number} steps.\n\n`.repeat(40)}![Picture](img/picture-1.png)\n`;
}
