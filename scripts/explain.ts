// Prints what a rule is about: its row in the table of its room.
import pc from 'picocolors';
import { configRules } from '../src/config/rules.ts';
import { didYouMean } from '../src/lib/nearest.ts';
import type { Rule } from '../src/lib/problem.ts';
import { CONTENT_RULES } from '../src/portal/all-rules.ts';
import { sourceRules } from '../src/sources/rules.ts';

/** Prints a rule. Returns 2 when there is none of that name. */
export function explainRule(name: string): number {
  const rules = new Map<string, Rule>([...CONTENT_RULES, ...Object.entries({ ...configRules, ...sourceRules })]);
  const rule = rules.get(name);
  if (rule === undefined) {
    console.error(`There is no rule "${name}". ${didYouMean(name, rules.keys()) ?? 'The user guide lists all rules.'}`);
    return 2;
  }
  const example = (title: string, text?: string) =>
    text === undefined ? [] : ['', pc.bold(title), ...text.split('\n').map((line) => `  ${line}`)];
  console.log(
    [
      `${pc.bold(name)} (${rule.severity})`,
      rule.meaning,
      '',
      rule.why,
      ...example('Wrong', rule.wrong),
      ...example('Right', rule.right),
    ].join('\n'),
  );
  return 0;
}
