// What a person should know about their files: in comes a finding, out goes data that pages and printers show.

export type Severity = 'error' | 'warning' | 'info';

/** Where something stands. Lines and columns are one-based; both are left out when only the file is known. */
export interface Place {
  /** Id of the source the file came from. */
  readonly source: string;
  /** Path inside the source, with forward slashes. */
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** One thing a person should know about their files. Never thrown; always returned. */
export interface Problem {
  /** Permanent name, e.g. `relation/unknown-target`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What happened and why, in one sentence without the file name: printers add the place. */
  readonly message: string;
  /** What to do, e.g. `Did you mean "team-payments"?` */
  readonly hint?: string | undefined;
  readonly place?: Place | undefined;
  /** Entity ref the problem belongs to, so that problems can be grouped by owner. */
  readonly subject?: string | undefined;
}

/** A value, and what was wrong on the way to it. Bad parts are left out of `value`, not thrown. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** What a rule is about; printed by the problems page and by `validate --explain`. */
export interface Rule {
  readonly severity: Severity;
  /** One line: what the rule finds. */
  readonly meaning: string;
  /** Why it matters to the people who read the portal. */
  readonly why: string;
  /** A few lines of a file that break the rule. */
  readonly wrong?: string;
  /** The same lines, mended. */
  readonly right?: string;
}

export type Rules = Readonly<Record<string, Rule>>;

/** What is known about one finding; the rule's table row supplies the severity. */
export interface Finding {
  message: string;
  hint?: string | undefined;
  place?: Place | undefined;
  subject?: string | undefined;
  /** Overrides the level of the rule's row. */
  severity?: Severity;
}

/** Makes the function with which a room reports problems: only rules of its table can be named. */
export function reporter<const T extends Rules>(rules: T): (rule: keyof T & string, finding: Finding) => Problem {
  return (rule, { severity, ...finding }) => ({
    rule,
    severity: severity ?? rules[rule]?.severity ?? 'error',
    ...finding,
  });
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Orders problems by source, file, line, column, severity, rule and message: the same set always prints the same. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.place?.source ?? '', b.place?.source ?? '') ||
    compareText(a.place?.path ?? '', b.place?.path ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Compares by code unit, whatever the machine's locale. For order that must never differ between machines. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
