// What was left out of a repository, said to people: the plan's findings in, problems out.
import { MAX_ASSET_BYTES } from '../lib/files.ts';
import type { Problem } from '../lib/problem.ts';
import { reportSource } from './rules.ts';
import type { Skipped, SkippedSummary } from './tree.ts';

/** The sentence for each reason. */
const MESSAGES: Readonly<Record<Skipped['rule'], (skipped: Skipped) => readonly [message: string, hint?: string]>> = {
  'source/unsafe-name': () => ['The file is left out, because its name is not safe on every disk.', 'Give it a plain name.'],
  'source/name-clash': ({ other }) => [
    `The file is left out, because some disks take its name for that of "${other ?? ''}".`,
    'Rename one of the two.',
  ],
  'source/file-too-large': () => [
    `The file is left out, because it is larger than ${MAX_ASSET_BYTES / 1024 / 1024} MB.`,
    'Keep large files elsewhere and link to them.',
  ],
  'source/link': () => ['The symbolic link or submodule is not followed.', 'Put a file in its place if the portal needs it.'],
  'source/cut-off': () => [
    'The repository has more files or bytes than are read, so this file, or what follows it, is left out.',
    'Keep what the portal needs in a repository of its own.',
  ],
};

/** Makes the problems of one source: one for each file that is named, and one for the rest of each rule. */
export function problemsOfSkipped(source: string, { skipped, counts }: SkippedSummary): Problem[] {
  const named = skipped.map((one) => {
    const [message, hint] = MESSAGES[one.rule](one);
    return reportSource(one.rule, { message, hint, place: { source, path: one.path } });
  });
  const rest = Object.entries(counts).flatMap(([rule, count]) => {
    const first = skipped.find((one) => one.rule === rule);
    const shown = skipped.filter((one) => one.rule === rule).length;
    if (first === undefined || count <= shown) return [];
    return [
      reportSource(first.rule, { message: `${count - shown} more are left out for the same reason.`, place: { source, path: first.path } }),
    ];
  });
  return [...named, ...rest];
}
