// Looking for catalog files by what lies in their folders, for hosts that list folders: one question for each folder, not for each file.
import { isStatus } from './refusal.ts';
import type { Listed, Lister } from './types.ts';

/** What lies in a folder of a repository; the commit where the host tells it. */
export interface FolderListing {
  /** Full paths. */
  readonly files: readonly string[];
  readonly commit: string | null;
}

/** Statuses of a folder that is not there, a repository that is empty, and one whose files are closed. */
const NOT_THERE = [403, 404, 409];

/** Makes a look into repositories out of the way to list a folder, the root being the empty string. */
export function folderLooker(
  paths: readonly string[],
  list: (repository: Listed, folder: string) => Promise<FolderListing>,
): NonNullable<Lister['look']> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return async (repository) => {
    for (const [folder, wanted] of folders) {
      try {
        const { files, commit } = await list(repository, folder);
        if (wanted.some((path) => files.includes(path))) return { catalog: true, commit };
      } catch (error) {
        if (!isStatus(error, ...NOT_THERE)) throw error;
      }
    }
    return { catalog: false, commit: null };
  };
}
