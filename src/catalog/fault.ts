// What a check of one entity finds.
import type { FieldPath } from '../lib/yaml.ts';
import type { catalogRules } from './rules.ts';

/** One fault of an entity, not yet a problem: the caller knows its place. */
export interface Fault {
  readonly rule: keyof typeof catalogRules;
  readonly path: FieldPath;
  /** Which of the two is at fault; defaults to the value. */
  readonly what?: 'key' | 'value';
  readonly message: string;
  readonly hint?: string | undefined;
}
