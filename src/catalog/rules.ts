// The rules of the catalog: what can be wrong with entity files, as rows for the problems page and for `validate --explain`.
import { reporter } from '../lib/problem.ts';
import { entityRules } from './rules-entity.ts';
import { fileRules } from './rules-files.ts';

/** Lists every rule of this room. Names are permanent. */
export const catalogRules = { ...fileRules, ...entityRules };

/** Makes a problem of one of the rules. */
export const report = reporter(catalogRules);
