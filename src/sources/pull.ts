// Brings the snapshot up to date: a configuration in; the files of all sources, where they came from, and what went wrong out.
import { setTimeout } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { ConfigFile } from '../config/types.ts';
import { MAX_ASSET_BYTES } from '../lib/files.ts';
import { type Problem, compareProblems } from '../lib/problem.ts';
import { cacheFolder } from './copies-fs.ts';
import { assignIds } from './ids.ts';
import { buildLock } from './lock.ts';
import { readLock, writeLock } from './lock-fs.ts';
import { findSources, withoutRepeats } from './providers.ts';
import { findRadar } from './radar-fs.ts';
import type { FoundSource, Limits, PullContext, PullEvent, PullOptions, PullResult, PullStats, Pulled } from './types.ts';

const DEFAULT_LIMITS: Limits = {
  fileBytes: MAX_ASSET_BYTES,
  files: 200_000,
  bytes: 2 * 1024 * 1024 * 1024,
  askSeconds: 60,
  fetchSeconds: 600,
  readSeconds: 300,
  listSeconds: 1200,
  waitSeconds: 120,
};

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
  const pulled = await pullAll(sources, ids, context, options);
  const radar = findRadar(config);

  const snapshots = pulled.flatMap(({ snapshot }) => (snapshot === null ? [] : [snapshot]));
  const problems: Problem[] = [
    ...lock.problems,
    ...found.flatMap((one) => one.problems),
    ...pulled.flatMap((one) => one.problems),
    ...radar.problems,
  ];
  if (context.network && !context.frozen) {
    const failed = ids.filter((_, index) => pulled[index]?.outcome === 'failed');
    const foundBy = new Map(sources.flatMap(({ foundBy }, index) => (foundBy === undefined ? [] : [[ids[index] ?? '', foundBy] as const])));
    problems.push(...(await writeLock(config.folder, buildLock(snapshots, failed, lock.value, foundBy))));
  }
  return { snapshot: { sources: snapshots, radar: radar.value }, problems: problems.sort(compareProblems), stats: statsOf(pulled) };
}

function contextOf(config: ConfigFile, options: PullOptions, lock: PullContext['lock']): PullContext {
  const env = options.env ?? process.env;
  const frozen = options.frozen ?? false;
  return {
    folder: config.folder,
    cache: cacheFolder(options.cache, env),
    env,
    network: !(options.offline ?? frozen),
    frozen,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    now: options.now ?? (() => new Date()),
    wait: options.wait ?? ((seconds, signal) => setTimeout(seconds * 1000, undefined, { signal })),
    lock,
    grants: new Map(),
  };
}

function pullAll(sources: readonly FoundSource[], ids: readonly string[], context: PullContext, options: PullOptions): Promise<Pulled[]> {
  const tell = options.onEvent ?? (() => undefined);
  const limit = pLimit(options.concurrency ?? 8);
  return Promise.all(
    sources.map((source, index) =>
      limit(async () => {
        const id = ids[index] ?? source.name;
        tell({ type: 'source-start', id, from: source.from, total: sources.length });
        const pulled = await source.pull(id, context);
        tell(eventOf(id, pulled));
        return pulled;
      }),
    ),
  );
}

function eventOf(id: string, { outcome, reason, snapshot }: Pulled): PullEvent {
  if (reason !== null) return { type: 'source-failed', id, reason, stale: outcome === 'stale' };
  const commit = snapshot?.origin.type === 'git' ? snapshot.origin.commit : null;
  return outcome === 'unchanged' && commit !== null ? { type: 'source-unchanged', id, commit } : { type: 'source-done', id, commit };
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
