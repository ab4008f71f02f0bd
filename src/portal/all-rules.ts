// All rules of all rooms, by name: for `validate --explain` and for the pages that tell what a rule is about.
import { catalogRules } from '../catalog/rules.ts';
import { configRules } from '../config/rules.ts';
import { DOCS_RULES } from '../docs/rules.ts';
import type { Rule } from '../lib/problem.ts';
import { radarRules } from '../radar/rules.ts';
import { portalRules } from './rules.ts';

/** Rules of the rooms that the portal joins; those of pulling are the sources' own. */
export const ALL_RULES: ReadonlyMap<string, Rule> = new Map(
  [catalogRules, configRules, DOCS_RULES, radarRules, portalRules].flatMap((rules) => Object.entries<Rule>(rules)),
);
