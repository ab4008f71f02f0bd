// Files by plain web address: what the configuration allows and what entity files name in; the files on disk as a source of their own out.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import type { AllowedReads } from '../config/types.ts';
import { diskFiles } from '../lib/files-fs.ts';
import { MAX_TEXT_BYTES, textOf } from '../lib/files.ts';
import type { Parsed, Problem } from '../lib/problem.ts';
import type { Snapshot } from '../lib/snapshot.ts';
import { webPath, webUrl } from '../lib/web-path.ts';
import { diskFailure } from './disk-fs.ts';
import { readDefinition } from './needs/definition.ts';
import { readEntityFile } from './needs/entity-file.ts';
import type { AskElsewhere } from './needs/types.ts';
import { patiently } from './retry.ts';
import { reportSource } from './rules.ts';
import type { Failure, Outcome, PullContext } from './types.ts';

const AT_ONCE = 6;
/** Files that are read in all, and how far they may lead on. */
const MAX_READS = 2_000;
const MAX_ROUNDS = 10;

const tagsSchema = z.record(z.string(), z.string());

/**
 * Reads what is allowed of `asked`, and what the files that come name in turn. One that cannot be read keeps its last good copy. Without
 * network what lies on disk is used. No value where nothing may be read.
 */
export async function readWeb(
  allowed: readonly AllowedReads[],
  asked: () => readonly AskElsewhere[],
  context: PullContext,
): Promise<Parsed<Snapshot['web']>> {
  if (allowed.length === 0) return { value: null, problems: [] };
  const root = join(context.cache, 'snapshots', 'web', 'files');
  const tagsFile = join(context.cache, 'snapshots', 'web', 'etags.json');
  mkdirSync(root, { recursive: true });
  const tags = new Map(Object.entries(readTags(tagsFile)));
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const limit = pLimit(AT_ONCE);
  let round = asked().filter(({ take }) => take !== 'site');
  for (let depth = 0; depth < MAX_ROUNDS && round.length > 0; depth++) {
    const fresh = round.filter(({ url }) => isAllowed(url, allowed) && !seen.has(url) && seen.size < MAX_READS && seen.add(url));
    const found = await Promise.all(fresh.map((one) => limit(() => readOne(one, root, tags, context, problems))));
    round = found.flat();
  }
  if (context.network) await writeFileAtomic(tagsFile, JSON.stringify(Object.fromEntries([...tags].sort()), null, 2));
  const files = diskFiles(root);
  return {
    value: { id: 'reading', origin: { type: 'path', path: 'reading' }, root, files, catalog: [], docs: null, stale: null },
    problems,
  };
}

/** Says whether an address may be read: over https, or http from this machine. */
function isAllowed(url: string, allowed: readonly AllowedReads[]): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || webPath(url) === null) return false;
  if (parsed.protocol !== 'https:' && !['127.0.0.1', 'localhost'].includes(parsed.hostname)) return false;
  return allowed.some(({ host, paths }) => host === parsed.host && paths.some((path) => parsed.pathname.startsWith(path)));
}

/** Reads one file and returns what it names. */
async function readOne(
  { take, url }: AskElsewhere,
  root: string,
  tags: Map<string, string>,
  context: PullContext,
  problems: Problem[],
): Promise<AskElsewhere[]> {
  const path = webPath(url) ?? '';
  const before = diskFiles(root).readText(path);
  if (context.network) {
    const outcome = await patiently(context.limits, () => fetchText(url, 'text' in before ? tags.get(url) : undefined, context));
    if ('failure' in outcome) {
      const kept = 'text' in before ? 'so its last good copy is used' : 'so it is missing';
      problems.push(
        reportSource('source/web-read', {
          message: `${url} could not be read, ${kept}: ${outcome.failure.reason}.`,
          hint: outcome.failure.hint,
        }),
      );
    } else if (outcome.value !== null) {
      try {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        await writeFileAtomic(join(root, path), outcome.value.bytes);
        if (outcome.value.tag === null) tags.delete(url);
        else tags.set(url, outcome.value.tag);
      } catch (error) {
        problems.push(reportSource('source/web-read', { message: `${url} could not be kept: ${diskFailure(error).reason}.` }));
      }
    }
  }
  const content = diskFiles(root).readText(path);
  if (!('text' in content)) return [];
  const found = take === 'entity' ? readEntityFile(path, content.text) : readDefinition(path, content.text);
  const beside = found.here.flatMap((ask): AskElsewhere[] =>
    ask.take === 'entity' || ask.take === 'definition' ? [{ take: ask.take, url: webUrl(ask.path, url) }] : [],
  );
  return [...beside, ...found.elsewhere];
}

/** Fetches a text; null when it is what is on disk. */
async function fetchText(
  url: string,
  tag: string | undefined,
  { limits }: PullContext,
): Promise<Outcome<{ readonly bytes: Buffer; readonly tag: string | null } | null>> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.askSeconds * 1000),
      headers: tag === undefined ? {} : { 'if-none-match': tag },
    });
    if (response.status === 304) return { value: null };
    if (response.status !== 200) {
      await response.body?.cancel();
      return { failure: statusFailure(response.status) };
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MAX_TEXT_BYTES) return { failure: { reason: 'it is larger than 5 MB' } };
      chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    if (!('text' in textOf(bytes))) return { failure: { reason: 'it is not text' } };
    return { value: { bytes, tag: response.headers.get('etag') } };
  } catch (error) {
    const timeout = error instanceof Error && error.name === 'TimeoutError';
    return {
      failure: {
        reason: timeout ? `there was no answer within ${limits.askSeconds} seconds` : 'the host cannot be reached',
        passing: !timeout,
      },
    };
  }
}

function statusFailure(status: number): Failure {
  if (status >= 300 && status < 400) return { reason: 'the server redirects elsewhere', hint: 'Write the address it redirects to.' };
  return { reason: `the server answered with status ${status}`, passing: status === 429 || status >= 500 };
}

function readTags(file: string): Record<string, string> {
  try {
    return tagsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
