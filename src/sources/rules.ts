// The rules of pulling sources.
import { reporter, type Rules } from '../lib/problem.ts';

/** Lists what can go wrong on the way from a configured source to its files. */
export const sourceRules = {
  'source/failed': {
    severity: 'error',
    meaning: 'A repository could not be pulled, and there is no earlier copy of it.',
    why: 'Everything it holds is missing from the portal.',
  },
  'source/stale': {
    severity: 'warning',
    meaning: 'A repository could not be pulled, so its last good copy is used.',
    why: 'What readers see may be older than what the repository holds.',
  },
  'source/missing-folder': {
    severity: 'error',
    meaning: 'A folder of the configuration is not there, or no folder matches its glob.',
    why: 'Everything it should hold is missing from the portal.',
  },
  'source/missing-radar': {
    severity: 'error',
    meaning: 'The folder or file of the radar is not there.',
    why: 'The portal has no radar without it.',
  },
  'source/not-listed': {
    severity: 'error',
    meaning: 'A host could not tell which repositories there are, and no earlier list is known.',
    why: 'All of them are missing from the portal.',
  },
  'source/stale-list': {
    severity: 'warning',
    meaning: 'A host could not tell which repositories there are, so the last good list is used.',
    why: 'Repositories that are new since then are missing.',
  },
  'source/none-found': {
    severity: 'warning',
    meaning: 'A host lists no repository that holds a catalog file and is otherwise as asked for.',
    why: 'An entry that finds nothing is most likely not what was meant, or may not read what it should find.',
  },
  'source/unsafe-address': {
    severity: 'warning',
    meaning: 'A host lists a repository under an address that is on another host or cannot be spoken, so it is left out.',
    why: 'Who can write such an address could send the build, and its tokens, anywhere.',
  },
  'source/list-cut-off': {
    severity: 'warning',
    meaning: 'A host lists more repositories than are read, so the rest is left out.',
    why: 'What is left out is missing from the portal, without any other sign.',
  },
  'source/not-locked': {
    severity: 'error',
    meaning: 'Only locked commits may be used, and the lock file has none for this source as it is configured.',
    why: 'A frozen build is exactly the commits that were locked, or none.',
  },
  'source/lock-mismatch': {
    severity: 'error',
    meaning: 'Only locked commits may be used, but the files that are taken of one are not those that were locked.',
    why: 'The configuration, or what other repositories ask for, has changed since the lock was written.',
  },
  'source/web-read': {
    severity: 'warning',
    meaning: 'A file could not be read by its web address.',
    why: 'What names it lacks it, or has it as it was when it could last be read.',
  },
  'source/diagram-server': {
    severity: 'warning',
    meaning: 'A server that draws diagrams fails, or there is no network to ask it.',
    why: 'Diagrams that no earlier build has drawn are shown as their source.',
  },
  'source/unknown-id': {
    severity: 'error',
    meaning: 'A source that is to be pulled alone is not in the configuration.',
    why: 'Nothing would be pulled, in silence.',
  },
  'source/invalid-lock': {
    severity: 'warning',
    meaning: 'The lock file cannot be read.',
    why: 'Without it nobody can tell which commits a build was made of.',
  },
  'source/lock-not-written': {
    severity: 'warning',
    meaning: 'The lock file could not be written.',
    why: 'The next frozen build will be of older commits than this one, or of none.',
  },
  'source/unsafe-name': {
    severity: 'warning',
    meaning: 'A file has a name or path that is not safe on every disk, so it is left out.',
    why: 'Such names are used to write outside a folder or into its git data.',
  },
  'source/name-clash': {
    severity: 'warning',
    meaning: 'Two files have names that some disks take for one, so the second is left out.',
    why: 'Which of the two is read would depend on the machine.',
  },
  'source/file-too-large': {
    severity: 'warning',
    meaning: 'A file is larger than a portal can serve, so it is left out.',
    why: 'One file must not fill the disk of those who build or read.',
  },
  'source/link': {
    severity: 'info',
    meaning: 'A symbolic link or submodule is not followed, so nothing stands in its place.',
    why: 'A link may point anywhere on the machine that builds, a submodule to any repository.',
  },
  'source/cut-off': {
    severity: 'warning',
    meaning: 'A repository has more files or bytes than are read, so the rest is left out.',
    why: 'What is left out is missing from the portal, without any other sign.',
  },
} as const satisfies Rules;

/** Makes a problem of one of the rules above. */
export const reportSource = reporter(sourceRules);
