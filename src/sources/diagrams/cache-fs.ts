// Drawings of earlier builds: a key in; what a server made of that diagram out. One file for each in a folder of the cache.
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import type { Drawing } from '../../lib/diagrams.ts';

const FORM = z.object({
  version: z.literal(1),
  drawing: z.union([z.strictObject({ svg: z.string() }), z.strictObject({ error: z.string(), line: z.int().nullable() })]),
});

/** What is kept of a diagram. */
export type KeptDrawing = Exclude<Drawing, { readonly undrawn: unknown }>;

/** The drawings of earlier builds. */
export interface DrawingCache {
  find(key: string): KeptDrawing | null;
  /** Keeps a drawing. What the disk does not take is drawn again. */
  keep(key: string, drawing: KeptDrawing): void;
  /** Removes what no build has used for long. */
  tidy(): void;
}

const MAX_AGE = 90 * 24 * 60 * 60 * 1000;
/** A use is noted when the last note is older. */
const NOTE_AFTER = 24 * 60 * 60 * 1000;

/** Opens the drawings in a folder, which need not be there. */
export function openDrawings(folder: string, now: () => Date): DrawingCache {
  const fileOf = (key: string) => join(folder, `${key}.json`);
  return {
    find(key) {
      try {
        const { drawing } = FORM.parse(JSON.parse(readFileSync(fileOf(key), 'utf8')));
        const used = now();
        if (used.getTime() - statSync(fileOf(key)).mtimeMs > NOTE_AFTER) attempt(() => utimesSync(fileOf(key), used, used));
        return drawing;
      } catch {
        // Missing, damaged, or of an older form: as if it had never been drawn.
        return null;
      }
    },
    keep(key, drawing) {
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        writeFileAtomic.sync(fileOf(key), JSON.stringify({ version: 1, drawing }));
      });
    },
    tidy() {
      attempt(() => {
        for (const name of readdirSync(folder)) {
          const file = join(folder, name);
          if (now().getTime() - statSync(file).mtimeMs > MAX_AGE) rmSync(file, { force: true });
        }
      });
    },
  };
}

/** This is a cache: a disk that refuses costs time alone. */
function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
