// What repositories ask of each other by web address: what was pulled in; the files that each is asked for out.
import { pathOfUrl } from '../lib/git-host.ts';
import { folderOf, resolveInside } from '../lib/paths.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { openSelection } from './needs/select.ts';
import type { Ask, AskElsewhere } from './needs/types.ts';
import type { Pulled } from './types.ts';

const MAX_ROUNDS = 20;

/** What is asked by web address. */
export interface AskedElsewhere {
  /** What each source is asked for, sorted, by its id; sources that nobody asks are not in it. */
  readonly ofSources: ReadonlyMap<string, readonly Ask[]>;
  /** What no source holds, sorted by address. */
  readonly ofNobody: readonly AskElsewhere[];
}

/** Finds out what sources ask of each other; folders are looked through for it only when `folders` says that it matters. */
export function askedElsewhere(pulled: readonly Pulled[], folders: boolean): AskedElsewhere {
  const used = pulled.flatMap(({ snapshot, elsewhere }) => (snapshot === null ? [] : [{ snapshot, elsewhere }]));
  const repositories = used.map(({ snapshot }) => snapshot).filter(({ origin }) => origin.type === 'git');
  const urls = new Map<string, AskElsewhere>();
  for (const { snapshot, elsewhere } of used) {
    const asks = snapshot.origin.type === 'git' ? elsewhere : folders || repositories.length > 0 ? asksOfFolder(snapshot) : [];
    for (const one of asks) urls.set(`${one.url} ${one.take}`, one);
  }
  const asked = new Map<string, Map<string, Ask>>();
  const ofNobody: AskElsewhere[] = [];
  for (const [, one] of [...urls].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const asks = repositories.flatMap((snapshot) => {
      const ask = askOf(one, snapshot);
      return ask === null ? [] : [{ id: snapshot.id, ask }];
    });
    if (asks.length === 0) ofNobody.push(one);
    for (const { id, ask } of asks) asked.set(id, (asked.get(id) ?? new Map<string, Ask>()).set(JSON.stringify(ask), ask));
  }
  const sorted = [...asked].map(([id, asks]) => [id, [...asks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ask]) => ask)] as const);
  return { ofSources: new Map(sorted), ofNobody };
}

function askOf({ take, url }: AskElsewhere, { origin }: SourceSnapshot): Ask | null {
  const found = pathOfUrl(origin, take === 'site' ? `${url.replace(/\/+$/, '')}/` : url);
  const path = found === null ? null : resolveInside('', found);
  if (path === null) return null;
  // Docs may be named by the page of their mkdocs.yml.
  if (take === 'site') return { take, path: /\.ya?ml$/.test(path) ? folderOf(path) : path };
  return path === '' ? null : { take, path };
}

/** Looks through the entity files of a folder, as is done for a repository while its files are fetched. */
function asksOfFolder({ files, catalog }: SourceSnapshot): AskElsewhere[] {
  const selection = openSelection({ names: files.list(), catalog, docs: null, asked: [] });
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const paths = selection.next();
    if (paths.length === 0) break;
    for (const path of paths) {
      // Only entity files name other repositories.
      const content = /\.ya?ml$/i.test(path) ? files.readText(path) : null;
      if (content !== null && 'text' in content) selection.read(path, content.text);
    }
  }
  return selection.elsewhere();
}
