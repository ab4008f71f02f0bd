// The rules of all rooms that the portal joins, by name: for `validate --explain`.
import { apiRules } from '../apis/rules.ts';
import { catalogRules } from '../catalog/rules.ts';
import { docsRules } from '../docs/rules.ts';
import type { Rule } from '../lib/problem.ts';
import { packageRules } from '../packages/rules.ts';
import { radarRules } from '../radar/rules.ts';
import { portalRules } from './rules.ts';

/** Rules about what is in the files; those of the configuration and of pulling are their rooms' own. */
export const CONTENT_RULES: ReadonlyMap<string, Rule> = new Map(
  [catalogRules, apiRules, docsRules, radarRules, packageRules, portalRules].flatMap((rules) => Object.entries<Rule>(rules)),
);
