// Entries that find repositories on a host: an entry in; a source for each repository, listed by the host, the cache or the lock, out.
import type { DiscoverySpec } from '../../config/types.ts';
import { type Parsed, type Problem, compareText } from '../../lib/problem.ts';
import { diskFailure } from '../disk-fs.ts';
import { gitSource } from '../git-source.ts';
import { reportSource } from '../rules.ts';
import { visible } from '../secrets.ts';
import type { Failure, FoundSource, PullContext, Pulled } from '../types.ts';
import { cloneAddress } from './address.ts';
import { entryName } from './entry-name.ts';
import { type Fresh, listFresh, openHost } from './fresh.ts';
import { type KeptListing, discoveryFolder, readListing, writeListing } from './listings-fs.ts';
import { holdsCatalog } from './select.ts';
import type { Taken } from './types.ts';

type Found = Parsed<readonly FoundSource[]>;

/** What the steps for one entry share. */
interface Entry {
  readonly spec: DiscoverySpec;
  readonly context: PullContext;
  /** Name in the lock and in messages. */
  readonly name: string;
  /** Where its list and answers are kept. */
  readonly folder: string;
}

/**
 * Finds the repositories of an entry. With network the host is asked; when it fails, the last good list is used. A frozen build takes what
 * the lock names, one without network that or the last good list.
 */
export async function discover(spec: DiscoverySpec, context: PullContext): Promise<Found> {
  const name = entryName(spec);
  const folder = discoveryFolder(context.cache, JSON.stringify([name, spec.catalog]));
  const entry: Entry = { spec, context, name, folder };
  const host = context.network ? await openHost(spec, context, folder) : null;
  if (host === null || context.frozen) return withoutAsking(entry);
  const listed = 'failure' in host ? host : await listFresh(host.value);
  if ('failure' in listed) return afterFailure(entry, listed.failure);
  if ('value' in host) host.value.tidy();
  await keep(entry, listed.value);
  return { value: sourcesOf(entry, listed.value.taken), problems: complaints(entry, listed.value) };
}

function withoutAsking(entry: Entry): Found {
  const { spec, context, name } = entry;
  const locked = lockedBy(entry);
  if (locked.length > 0) return { value: sourcesOf(entry, locked), problems: [] };
  if (context.frozen) {
    const message = `callboard.lock.json has no repository that "${name}" has found.`;
    const hint = 'Run `npm run pull` and commit the lock file.';
    return { value: [], problems: [reportSource('source/not-locked', { message, hint, place: spec.place })] };
  }
  const kept = readListing(entry.folder);
  if (kept !== null) return { value: sourcesOf(entry, uncertain(kept)), problems: [] };
  return notListed(entry, { reason: 'that has not been done yet and there is no network', hint: 'Run `npm run pull` once with network.' });
}

function afterFailure(entry: Entry, failure: Failure): Found {
  const { spec, name } = entry;
  const kept = readListing(entry.folder);
  const locked = kept === null ? lockedBy(entry) : [];
  if (kept === null && locked.length === 0) return notListed(entry, failure);
  const instead = kept === null ? 'those of the lock file are used' : `the list of ${kept.listedAt} is used`;
  const message = `The repositories of "${name}" could not be listed, so ${instead}: ${failure.reason}.`;
  const problem = reportSource('source/stale-list', { message, hint: failure.hint, place: spec.place });
  return { value: sourcesOf(entry, kept === null ? locked : uncertain(kept)), problems: [problem] };
}

function notListed({ spec, name }: Entry, { reason, hint }: Failure): Found {
  const message = `The repositories of "${name}" could not be listed: ${reason}.`;
  return { value: [], problems: [reportSource('source/not-listed', { message, hint, place: spec.place })] };
}

/** Keeps the list for later. A disk that refuses refuses the repositories, too, which then say so. */
async function keep({ context, folder }: Entry, { taken }: Fresh): Promise<void> {
  try {
    await writeListing(folder, { listedAt: context.now().toISOString(), repositories: taken });
  } catch (error) {
    diskFailure(error);
  }
}

function complaints({ spec, name }: Entry, { taken, unsafe, cutOff }: Fresh): Problem[] {
  const { place } = spec;
  const problems: Problem[] = [];
  if (unsafe.length > 0) {
    const [first = ''] = unsafe;
    const message = `"${visible(first)}"${unsafe.length === 1 ? '' : ` and ${unsafe.length - 1} more`} of "${name}" are left out, because their address is not on ${spec.host}.`;
    const hint = 'If that host is yours, name it as the host of the entry.';
    problems.push(reportSource('source/unsafe-address', { message, hint, place }));
  }
  if (cutOff) {
    const message = `"${name}" has more repositories than are read, so the rest is left out.`;
    problems.push(reportSource('source/list-cut-off', { message, hint: 'Ask for less with `names`, or name groups of their own.', place }));
  }
  if (taken.length === 0) {
    const message = `No repository of "${name}" holds a catalog file.`;
    const hint = 'Check `catalog` and the filters, and that the token may read the repositories.';
    problems.push(reportSource('source/none-found', { message, hint, place }));
  }
  return problems;
}

/** What the lock says that this very entry has found, in the order in which hosts are read. */
function lockedBy({ spec, context, name }: Entry): Taken[] {
  return [...context.lock]
    .filter(([, { from, url }]) => from === name && cloneAddress([url], spec.host) !== null)
    .map(([id, { url }]) => ({ url, id, commit: null, sure: true }))
    .sort((a, b) => compareText(a.url, b.url));
}

/** A list of an earlier run says nothing of where its repositories stand. */
function uncertain({ repositories }: KeptListing): Taken[] {
  return repositories.map(({ url, sure }) => ({ url, id: null, commit: null, sure }));
}

function sourcesOf({ spec, name }: Entry, taken: readonly Taken[]): FoundSource[] {
  return taken.flatMap(({ url, id, commit, sure }): FoundSource[] => {
    // Lists that were kept are read again as what they are: files that anybody may have changed.
    const address = cloneAddress([url], spec.host);
    if (address === null) return [];
    const { catalog, docs, place } = spec;
    const source = gitSource(
      { type: 'git', id: null, catalog, docs, place, address, ref: null },
      commit === null ? null : { commit, name: 'HEAD' },
    );
    const pull: FoundSource['pull'] = sure ? source.pull : async (id, context) => withCatalog(await source.pull(id, context), catalog);
    return [{ ...source, name: id ?? source.name, many: true, foundBy: name, pull }];
  });
}

/** Of a repository that nobody could say it of, only its files tell whether it holds a catalog; without one it is no source. */
function withCatalog(pulled: Pulled, catalog: readonly string[]): Pulled {
  if (pulled.snapshot === null || holdsCatalog(pulled.snapshot.files, catalog)) return pulled;
  return { ...pulled, snapshot: null, problems: [], files: 0, bytes: 0 };
}
