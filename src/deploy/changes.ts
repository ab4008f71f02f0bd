// The lists of two sites in; what has to be uploaded and removed to turn one into the other, in an order that never shows a broken page, out.
import { compareText } from '../lib/problem.ts';
import { isImmutable } from './caching.ts';
import { COPY_ENDING } from './compress.ts';
import type { Manifest } from './manifest.ts';

/** What is uploaded and removed, one step after the other. Paths are sorted. */
export interface Changes {
  /** What pages load, under names that no page of the old site knows. */
  readonly assets: readonly string[];
  /** What pages load under names that stay: data, images, downloads. */
  readonly files: readonly string[];
  /** Pages, when all that they load is there. */
  readonly pages: readonly string[];
  /** What no page needs any more. */
  readonly removed: readonly string[];
}

/** Compares what is online with what is built. */
export function changesBetween(online: Manifest, built: Manifest): Changes {
  const changed = [...built].filter(([path, digest]) => online.get(path) !== digest).map(([path]) => path);
  const steps = Map.groupBy(changed.sort(compareText), stepOf);
  return {
    assets: steps.get('assets') ?? [],
    files: steps.get('files') ?? [],
    pages: steps.get('pages') ?? [],
    removed: [...online.keys()].filter((path) => !built.has(path)).sort(compareText),
  };
}

function stepOf(path: string): Exclude<keyof Changes, 'removed'> {
  const file = path.replace(COPY_ENDING, '');
  if (isImmutable(file)) return 'assets';
  return file.endsWith('.html') ? 'pages' : 'files';
}
