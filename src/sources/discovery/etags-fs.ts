// Answers of earlier runs, with the mark by which a host says that they still hold: one file for each question, in a folder of its entry.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';

/** An answer that was kept. */
export interface Kept<T> {
  readonly etag: string;
  readonly value: T;
  readonly headers: Readonly<Record<string, string>>;
}

/** The answers of one entry. */
export interface Etags {
  /** Returns what was answered to a question before, if it still has the form that is wanted. */
  find<T>(url: string, schema: z.ZodType<T>): Kept<T> | null;
  /** Keeps an answer. What the disk does not take is asked for again. */
  keep(url: string, kept: Kept<unknown>): void;
  /** Removes what was neither found nor kept since the answers were opened. */
  tidy(): void;
}

/** Keeps nothing. */
export const NOTHING_KEPT: Etags = { find: () => null, keep: () => undefined, tidy: () => undefined };

const HEADERS = z.record(z.string(), z.string());
const MAX_ETAG = 500;

/** Opens the answers in a folder, which need not be there. */
export function openEtags(folder: string): Etags {
  const used = new Set<string>();
  const nameOf = (url: string) => `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.json`;
  return {
    find(url, schema) {
      const name = nameOf(url);
      try {
        const form = z.object({ url: z.literal(url), etag: z.string(), value: schema, headers: HEADERS });
        const { etag, value, headers } = form.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
        used.add(name);
        return { etag, value, headers };
      } catch {
        // Missing, damaged, or of an older form: as if it had never been asked.
        return null;
      }
    },
    keep(url, kept) {
      if (kept.etag.length > MAX_ETAG) return;
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        writeFileAtomic.sync(join(folder, nameOf(url)), JSON.stringify({ url, ...kept }));
        used.add(nameOf(url));
      });
    },
    tidy() {
      attempt(() => {
        for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name), { force: true });
      });
    },
  };
}

/** This is a cache: a disk that refuses costs time alone, and is reported where files are written that matter. */
function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
