// The rules of the packages room: what can be wrong with manifests, as rows for the problems page and for `validate --explain`.
import { type Rules, reporter } from '../lib/problem.ts';

/** Lists every rule of this room. Names are permanent. */
export const packageRules = {
  'packages/bad-manifest': {
    severity: 'warning',
    meaning: 'A file that declares dependencies cannot be parsed.',
    why: 'What it declares behind the fault is missing from the technologies of its component.',
    wrong: '{ "dependencies": { "react": "^19.2.0" }',
    right: '{ "dependencies": { "react": "^19.2.0" } }',
  },
  'packages/unreadable-manifest': {
    severity: 'warning',
    meaning: 'A file that declares dependencies is too large or is no text.',
    why: 'What it declares is missing from the technologies of its component.',
  },
  'packages/too-many': {
    severity: 'warning',
    meaning: 'A repository has more manifests, or a manifest more dependencies, than are read.',
    why: 'What is above the limit is missing from the technologies of its components.',
  },
} as const satisfies Rules;

/** Makes a problem of this room. */
export const packageProblem = reporter(packageRules);
