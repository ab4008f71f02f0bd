// Brings the snapshot up to date: a configuration in; the files of all sources, where they came from, and what went wrong out.
import { setTimeout } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import type { ConfigFile } from '../config/types.ts';
import { MAX_ASSET_BYTES } from '../lib/files.ts';
import { didYouMean } from '../lib/nearest.ts';
import { type Problem, compareProblems } from '../lib/problem.ts';
import { canFilter } from './ask-http.ts';
import { askedElsewhere } from './asked-elsewhere.ts';
import { cacheFolder } from './copies-fs.ts';
import { hasWaysOfItsOwn } from './git-fs.ts';
import { assignIds } from './ids.ts';
import { buildLock } from './lock.ts';
import { readLock, writeLock } from './lock-fs.ts';
import { findSources, withoutRepeats } from './providers.ts';
import { findRadars } from './radar-fs.ts';
import { reportSource } from './rules.ts';
import { readWeb } from './web-fs.ts';
import type { FoundSource, Limits, PullContext, PullEvent, PullOptions, PullResult, PullStats, Pulled } from './types.ts';

const DEFAULT_LIMITS: Limits = {
  fileBytes: MAX_ASSET_BYTES,
  files: 200_000,
  bytes: 2 * 1024 * 1024 * 1024,
  askSeconds: 60,
  fetchSeconds: 600,
  readSeconds: 300,
  retries: 3,
  retrySeconds: 1,
  listSeconds: 1200,
  waitSeconds: 120,
};
const CONCURRENCY = 16;
const PER_HOST = 8;
/** Repositories may ask each other for files that ask for files: longer chains are nobody's. */
const MAX_PASSES = 4;

/**
 * Pulls every source of a configuration, several at a time, and writes the lock file when it was free to choose the commits. A source that
 * fails costs itself: it keeps its last good copy, or is left out with a problem. Never throws for what a user, remote or disk does wrong.
 */
export async function pull(config: ConfigFile, options: PullOptions = {}): Promise<PullResult> {
  const lock = readLock(config.folder);
  const context = contextOf(config, options, lock.value);
  const found = await Promise.all(config.sources.map((spec) => findSources(spec, context)));
  const sources = withoutRepeats(found.flatMap(({ value }) => value));
  const ids = assignIds(sources);
  const pulled = await pullEach(sources, ids, context, options);
  const web = await readWeb(config.reading, () => askedElsewhere(pulled, true).ofNobody, context);

  const used = pulled.flatMap(({ snapshot, digest }) => (snapshot === null ? [] : [{ snapshot, digest }]));
  const radars = findRadars(
    config,
    used.map((one) => one.snapshot),
  );
  const problems: Problem[] = [
    ...lock.problems,
    ...found.flatMap((one) => one.problems),
    ...unknownIds(options.only ?? [], ids),
    ...pulled.flatMap((one) => one.problems),
    ...radars.problems,
    ...web.problems,
  ];
  if (context.network && !context.frozen) {
    const failed = ids.filter((_, index) => pulled[index]?.snapshot === null);
    const foundBy = new Map(sources.flatMap(({ foundBy }, index) => (foundBy === undefined ? [] : [[ids[index] ?? '', foundBy] as const])));
    problems.push(...(await writeLock(config.folder, buildLock(used, failed, lock.value, foundBy))));
  }
  const [radar = null, ...furtherRadars] = radars.value;
  const snapshot = {
    sources: used.map((one) => one.snapshot),
    radar,
    furtherRadars: furtherRadars.filter((one) => one !== null),
    web: web.value,
  };
  return { snapshot, problems: problems.sort(compareProblems), stats: statsOf(pulled) };
}

function contextOf(config: ConfigFile, options: PullOptions, lock: PullContext['lock']): PullContext {
  const env = options.env ?? process.env;
  const frozen = options.frozen ?? false;
  let direct: Promise<boolean> | undefined;
  const askDirectly = () => (direct ??= hasWaysOfItsOwn(env).then((own) => !own));
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const asksForLogin = new Set<string>();
  const grants: PullContext['grants'] = new Map();
  const hosts = new Map<string, Promise<boolean>>();
  return {
    folder: config.folder,
    cache: cacheFolder(options.cache, env),
    env,
    network: !(options.offline ?? frozen),
    frozen,
    limits,
    now: options.now ?? (() => new Date()),
    wait: options.wait ?? ((seconds, signal) => setTimeout(seconds * 1000, undefined, { signal })),
    lock,
    history: config.history,
    radars: config.radars,
    manifests: config.radars.length > 0,
    asksForLogin,
    askDirectly,
    leavesFilesOut(address) {
      const host = address.host ?? '';
      const known = hosts.get(host) ?? askDirectly().then((may) => may && canFilter(address, { env, limits, asksForLogin, grants }));
      hosts.set(host, known);
      return known;
    },
    grants,
  };
}

/** Pulls the sources, and once more those of which others turn out to need more files. */
async function pullEach(
  sources: readonly FoundSource[],
  ids: readonly string[],
  context: PullContext,
  options: PullOptions,
): Promise<readonly Pulled[]> {
  const tell = options.onEvent ?? (() => undefined);
  const inTurn = limiter(options);
  const { only } = options;
  let pulled = await Promise.all(
    sources.map((source, index) =>
      inTurn(source, async () => {
        const id = ids[index] ?? source.name;
        const left = only !== undefined && !only.includes(id);
        tell({ type: 'source-start', id, from: source.from, total: sources.length });
        const one = await source.pull(id, left ? { ...context, network: false } : context);
        tell(eventOf(id, one));
        // What was never pulled and is not asked for is nobody's fault.
        return left && one.outcome === 'failed' ? { ...one, problems: [] } : one;
      }),
    ),
  );
  for (let pass = 1; pass < MAX_PASSES; pass++) {
    const asked = askedElsewhere(pulled, false).ofSources;
    const before = pulled;
    pulled = await Promise.all(
      before.map((one, index) => {
        const source = sources[index];
        const wanted = asked.get(one.snapshot?.id ?? '') ?? [];
        if (source === undefined || JSON.stringify(wanted) === JSON.stringify(one.asked)) return one;
        return inTurn(source, () => pullMore(source, one, wanted, context));
      }),
    );
    if (pulled.every((one, index) => one === before[index])) break;
  }
  return context.frozen ? pulled.map((one) => checkDigest(one, context)) : pulled;
}

async function pullMore(source: FoundSource, before: Pulled, asked: Pulled['asked'], context: PullContext): Promise<Pulled> {
  const { snapshot } = before;
  if (snapshot === null || snapshot.origin.type !== 'git' || snapshot.stale !== null) return before;
  const more = await source.pull(snapshot.id, context, { commit: snapshot.origin.commit, asked });
  // Without what others need, a repository is still what it was: they are told that a file is not there.
  return more.reason === null ? { ...more, outcome: before.outcome } : { ...before, asked };
}

/** A frozen pull is what was locked, down to the single file. */
function checkDigest(pulled: Pulled, { lock }: PullContext): Pulled {
  const { snapshot, digest } = pulled;
  const locked = snapshot === null ? undefined : lock.get(snapshot.id)?.digest;
  if (snapshot === null || digest === null || locked === undefined || locked === digest) return pulled;
  const message = `The files of the source "${snapshot.id}" are not those that callboard.lock.json was written for.`;
  const hint = 'Run `npm run pull` and commit the lock file.';
  return { ...pulled, problems: [...pulled.problems, reportSource('source/lock-mismatch', { message, hint })] };
}

/** Makes the function that lets a bounded number of pulls run, of one host and in all. */
function limiter({ concurrency = CONCURRENCY, perHost = PER_HOST }: PullOptions) {
  const all = pLimit(concurrency);
  const hosts = new Map<string, LimitFunction>();
  return <T>({ host }: FoundSource, work: () => Promise<T>): Promise<T> => {
    if (host === null) return all(work);
    const own = hosts.get(host) ?? pLimit(perHost);
    hosts.set(host, own);
    return own(() => all(work));
  };
}

function unknownIds(only: readonly string[], ids: readonly string[]): Problem[] {
  return only
    .filter((id) => !ids.includes(id))
    .map((id) => reportSource('source/unknown-id', { message: `There is no source "${id}".`, hint: didYouMean(id, ids) }));
}

function eventOf(id: string, { outcome, reason, snapshot, bytes }: Pulled): PullEvent {
  if (reason !== null) return { type: 'source-failed', id, reason, stale: outcome === 'stale' };
  const commit = snapshot?.origin.type === 'git' ? snapshot.origin.commit : null;
  return outcome === 'unchanged' && commit !== null ? { type: 'source-unchanged', id, commit } : { type: 'source-done', id, commit, bytes };
}

function statsOf(pulled: readonly Pulled[]): PullStats {
  const count = (outcome: Pulled['outcome']) => pulled.filter((one) => one.outcome === outcome).length;
  const sum = (key: 'files' | 'bytes') => pulled.reduce((total, one) => total + one[key], 0);
  return {
    sources: pulled.length,
    fetched: count('fetched'),
    unchanged: count('unchanged'),
    stale: count('stale'),
    failed: count('failed'),
    files: sum('files'),
    bytes: sum('bytes'),
  };
}
